package vn.toasoan.rule;

import vn.toasoan.testing.OnPostgreSql;

@OnPostgreSql
class RulesOnPostgreSqlTests extends RulesContract {

}
