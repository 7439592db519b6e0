package vn.toasoan.account;

import vn.toasoan.testing.OnH2;

@OnH2
class AccountsOnH2Tests extends AccountsContract {

}
