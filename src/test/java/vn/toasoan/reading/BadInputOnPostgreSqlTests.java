package vn.toasoan.reading;

import vn.toasoan.testing.OnPostgreSql;

@OnPostgreSql
class BadInputOnPostgreSqlTests extends BadInputContract {

}
