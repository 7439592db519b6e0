package vn.toasoan.feed;

import vn.toasoan.testing.OnPostgreSql;

@OnPostgreSql
class CommentFeedOnPostgreSqlTests extends CommentFeedContract {

}
