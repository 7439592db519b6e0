package vn.toasoan.moderation;

import vn.toasoan.testing.OnPostgreSql;

@OnPostgreSql
class PointsOnPostgreSqlTests extends PointsContract {

}
