package vn.toasoan.rule;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import vn.toasoan.screening.Rule;

/**
 * What an editor has made of a rule, and when. Never changed: the next change is the next
 * version.
 *
 * @param version 1 for the first one
 * @param why for the other editors; may be empty
 * @param tried what its trial has shown; null for what needed none
 */
record RuleVersion(Rule rule, int version, String why, Instant madeAt, String madeBy, @Nullable Tried tried) {

	/**
	 * What a trial has shown.
	 *
	 * @param hits how many of the judged comments it would have hit
	 */
	record Tried(int judged, int hits) {

	}

}
