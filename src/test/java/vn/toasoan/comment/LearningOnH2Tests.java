package vn.toasoan.comment;

import vn.toasoan.testing.OnH2;

@OnH2
class LearningOnH2Tests extends LearningContract {

}
