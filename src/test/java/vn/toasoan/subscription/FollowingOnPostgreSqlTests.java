package vn.toasoan.subscription;

import vn.toasoan.testing.OnPostgreSql;

@OnPostgreSql
class FollowingOnPostgreSqlTests extends FollowingContract {

}
