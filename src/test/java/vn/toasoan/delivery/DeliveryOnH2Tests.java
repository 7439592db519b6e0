package vn.toasoan.delivery;

import vn.toasoan.testing.OnH2;

@OnH2
class DeliveryOnH2Tests extends DeliveryContract {

}
