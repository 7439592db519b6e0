package vn.toasoan.account;

import vn.toasoan.testing.OnH2;

@OnH2
class SignInOnH2Tests extends SignInContract {

}
