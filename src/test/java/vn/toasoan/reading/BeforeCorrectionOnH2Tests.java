package vn.toasoan.reading;

import vn.toasoan.testing.OnH2;

@OnH2
class BeforeCorrectionOnH2Tests extends BeforeCorrectionContract {

}
