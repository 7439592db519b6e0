package vn.toasoan.article;

import vn.toasoan.testing.OnPostgreSql;

@OnPostgreSql
class PublishingOnPostgreSqlTests extends PublishingContract {

}
