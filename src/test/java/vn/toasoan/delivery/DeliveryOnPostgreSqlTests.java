package vn.toasoan.delivery;

import vn.toasoan.testing.OnPostgreSql;

@OnPostgreSql
class DeliveryOnPostgreSqlTests extends DeliveryContract {

}
