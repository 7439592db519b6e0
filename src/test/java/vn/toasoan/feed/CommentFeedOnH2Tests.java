package vn.toasoan.feed;

import vn.toasoan.testing.OnH2;

@OnH2
class CommentFeedOnH2Tests extends CommentFeedContract {

}
