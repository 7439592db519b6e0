package vn.toasoan.rule;

import org.jspecify.annotations.Nullable;

import vn.toasoan.screening.Ground;
import vn.toasoan.screening.Rule;

/**
 * A rule as it holds now.
 *
 * @param last what an editor has made of it last; null for one of the program that nobody
 * has touched
 */
record Entry(Rule rule, @Nullable RuleVersion last) {

	public String id() {
		return this.rule.id();
	}

	/**
	 * Whether the desk has added it.
	 */
	public boolean isOwn() {
		return id().startsWith(RuleVersions.OWN);
	}

	/**
	 * Whether it came with the program and an editor has changed it.
	 */
	public boolean isChanged() {
		return !isOwn() && this.last != null;
	}

	/**
	 * How often it has been changed; 0 for never.
	 */
	public int version() {
		return (this.last != null) ? this.last.version() : 0;
	}

	/**
	 * Whether editors can say in which spellings it is meant.
	 */
	public boolean hasLane() {
		return isOwn() && (this.rule.kind() == Rule.Kind.PHRASE || this.rule.kind() == Rule.Kind.INNOCENT);
	}

	public String path() {
		return path(id());
	}

	static String path(String id) {
		return "/admin/rules/" + id;
	}

	Ground ground() {
		return this.rule.ground();
	}

}
