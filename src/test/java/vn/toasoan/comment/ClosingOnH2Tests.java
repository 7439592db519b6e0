package vn.toasoan.comment;

import vn.toasoan.testing.OnH2;

@OnH2
class ClosingOnH2Tests extends ClosingContract {

}
