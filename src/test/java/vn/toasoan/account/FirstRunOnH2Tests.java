package vn.toasoan.account;

import vn.toasoan.testing.OnH2;

@OnH2
class FirstRunOnH2Tests extends FirstRunContract {

}
