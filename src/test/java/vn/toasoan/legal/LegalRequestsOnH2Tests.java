package vn.toasoan.legal;

import vn.toasoan.testing.OnH2;

@OnH2
class LegalRequestsOnH2Tests extends LegalRequestsContract {

}
