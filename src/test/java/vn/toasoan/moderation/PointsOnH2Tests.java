package vn.toasoan.moderation;

import vn.toasoan.testing.OnH2;

@OnH2
class PointsOnH2Tests extends PointsContract {

}
