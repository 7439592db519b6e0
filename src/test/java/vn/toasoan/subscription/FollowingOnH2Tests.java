package vn.toasoan.subscription;

import vn.toasoan.testing.OnH2;

@OnH2
class FollowingOnH2Tests extends FollowingContract {

}
