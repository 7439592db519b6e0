package vn.toasoan.reading;

import vn.toasoan.testing.OnH2;

@OnH2
class SwitchesOnH2Tests extends SwitchesContract {

}
