package vn.toasoan.screening;

/**
 * Where a rule was hit, as indexes in the original text.
 */
record Hit(Rule rule, int from, int to) {

	/** Whether an innocent phrase explains it. */
	boolean isExcusedBy(Hit innocent) {
		return this.rule.ground() == innocent.rule.ground() && this.from >= innocent.from && this.to <= innocent.to;
	}

	Passage in(Passage.Field field) {
		return new Passage(field, this.from, this.to);
	}

}
