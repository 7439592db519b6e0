package vn.toasoan.account;

import vn.toasoan.testing.OnPostgreSql;

@OnPostgreSql
class SignInOnPostgreSqlTests extends SignInContract {

}
