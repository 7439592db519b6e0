package vn.toasoan.moderation;

import vn.toasoan.testing.OnH2;

@OnH2
class StormDeskOnH2Tests extends StormDeskContract {

}
