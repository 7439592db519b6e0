package vn.toasoan.article;

import vn.toasoan.testing.OnH2;

@OnH2
class WritingOnH2Tests extends WritingContract {

}
