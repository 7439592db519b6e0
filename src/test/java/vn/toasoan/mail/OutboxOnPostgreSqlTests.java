package vn.toasoan.mail;

import vn.toasoan.testing.OnPostgreSql;

@OnPostgreSql
class OutboxOnPostgreSqlTests extends OutboxContract {

}
