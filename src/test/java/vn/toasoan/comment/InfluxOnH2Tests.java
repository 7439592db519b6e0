package vn.toasoan.comment;

import vn.toasoan.testing.OnH2;

@OnH2
class InfluxOnH2Tests extends InfluxContract {

}
