package vn.toasoan.comment;

import vn.toasoan.testing.OnPostgreSql;

@OnPostgreSql
class InfluxOnPostgreSqlTests extends InfluxContract {

}
