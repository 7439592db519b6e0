package vn.toasoan.moderation;

import vn.toasoan.testing.OnPostgreSql;

@OnPostgreSql
class DigestOnPostgreSqlTests extends DigestContract {

}
