package vn.toasoan.rule;

import java.time.Instant;

import vn.toasoan.screening.Rule;

/**
 * What an editor has made of a rule, and when. Never changed: the next change is the next
 * version.
 *
 * @param version 1 for the first one
 * @param why for the other editors; may be empty
 */
record RuleVersion(Rule rule, int version, String why, Instant madeAt, String madeBy) {

}
