package vn.toasoan.moderation;

import vn.toasoan.testing.OnH2;

@OnH2
class DigestOnH2Tests extends DigestContract {

}
