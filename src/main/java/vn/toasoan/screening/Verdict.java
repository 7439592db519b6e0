package vn.toasoan.screening;

import java.util.List;

/**
 * What {@link Screening} thinks of a text. The points of the reasons add up to the score.
 */
public record Verdict(List<Finding> findings) {

	/** From here on a text is held for an editor. */
	static final int HOLD_FROM = 30;

	/** From here on a text is taken for spam. */
	static final int SPAM_FROM = 70;

	public Verdict {
		findings = List.copyOf(findings);
	}

	public int score() {
		return this.findings.stream().mapToInt(Finding::points).sum();
	}

	public Outcome outcome() {
		if (score() >= SPAM_FROM) {
			return Outcome.SPAM;
		}
		boolean held = score() >= HOLD_FROM || this.findings.stream().anyMatch((finding) -> finding.ground().holds());
		return held ? Outcome.HOLD : Outcome.OK;
	}

	/**
	 * What should become of a text.
	 */
	public enum Outcome {

		/** Nothing speaks against it, or not enough. */
		OK,

		/** An editor should look at it first. */
		HOLD,

		SPAM

	}

}
