package vn.toasoan.reading;

import vn.toasoan.testing.OnPostgreSql;

@OnPostgreSql
class SwitchesOnPostgreSqlTests extends SwitchesContract {

}
