package vn.toasoan.account;

import vn.toasoan.testing.OnPostgreSql;

@OnPostgreSql
class AccountsOnPostgreSqlTests extends AccountsContract {

}
