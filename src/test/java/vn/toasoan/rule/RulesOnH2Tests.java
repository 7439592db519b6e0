package vn.toasoan.rule;

import vn.toasoan.testing.OnH2;

@OnH2
class RulesOnH2Tests extends RulesContract {

}
