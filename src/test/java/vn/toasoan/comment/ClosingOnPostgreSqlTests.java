package vn.toasoan.comment;

import vn.toasoan.testing.OnPostgreSql;

@OnPostgreSql
class ClosingOnPostgreSqlTests extends ClosingContract {

}
