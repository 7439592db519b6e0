package vn.toasoan.subscription;

import vn.toasoan.testing.OnH2;

@OnH2
class VerifyingOnH2Tests extends VerifyingContract {

}
