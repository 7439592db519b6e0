package vn.toasoan.comment;

import vn.toasoan.testing.OnH2;

@OnH2
class StormsOnH2Tests extends StormsContract {

}
