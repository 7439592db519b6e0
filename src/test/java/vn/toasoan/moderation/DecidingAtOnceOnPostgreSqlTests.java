package vn.toasoan.moderation;

import vn.toasoan.testing.OnPostgreSql;

@OnPostgreSql
class DecidingAtOnceOnPostgreSqlTests extends DecidingAtOnceContract {

}
