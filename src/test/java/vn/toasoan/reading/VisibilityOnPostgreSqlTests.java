package vn.toasoan.reading;

import vn.toasoan.testing.OnPostgreSql;

@OnPostgreSql
class VisibilityOnPostgreSqlTests extends VisibilityContract {

}
