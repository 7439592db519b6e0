package vn.toasoan.moderation;

import vn.toasoan.testing.OnPostgreSql;

@OnPostgreSql
class AppealsDeskOnPostgreSqlTests extends AppealsDeskContract {

}
