package vn.toasoan.legal;

import vn.toasoan.testing.OnPostgreSql;

@OnPostgreSql
class LegalRequestsOnPostgreSqlTests extends LegalRequestsContract {

}
