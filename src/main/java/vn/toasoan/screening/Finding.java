package vn.toasoan.screening;

import java.util.List;

/**
 * One ground for suspicion that was found, and what it counts. {@link FindingText} makes
 * it storable.
 *
 * @param points may be 0, for what is only held, and less for what speaks in favour
 * @param rules ids of the rules that were hit; empty where no list was asked
 */
public record Finding(Ground ground, int points, List<String> rules, List<Passage> passages) {

	public Finding {
		rules = List.copyOf(rules);
		passages = List.copyOf(passages);
	}

}
