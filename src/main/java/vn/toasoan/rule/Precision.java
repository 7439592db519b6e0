package vn.toasoan.rule;

/**
 * How often editors agreed with a rule: of the comments that it was a reason for, so many
 * were turned down or taken away.
 */
record Precision(int right, int decided) {

	static final Precision NONE = new Precision(0, 0);

	Precision with(boolean good) {
		return new Precision(this.right + (good ? 0 : 1), this.decided + 1);
	}

}
