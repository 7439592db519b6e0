package vn.toasoan.mail;

import vn.toasoan.testing.OnH2;

@OnH2
class OutboxOnH2Tests extends OutboxContract {

}
