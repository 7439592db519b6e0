package vn.toasoan.rule;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import vn.toasoan.comment.SecondLook;
import vn.toasoan.comment.SecondLook.Judged;
import vn.toasoan.screening.Finding;
import vn.toasoan.screening.Passage;
import vn.toasoan.screening.Rule;
import vn.toasoan.screening.RuleBook;
import vn.toasoan.screening.Screening;
import vn.toasoan.screening.Verdict;

/**
 * Tries rules against the latest comments before they are in force. Changes nothing.
 */
@Service
class Trials {

	private final RuleVersions versions;

	private final SecondLook look;

	private final Screening screening;

	Trials(RuleVersions versions, SecondLook look, Screening screening) {
		this.versions = versions;
		this.look = look;
		this.screening = screening;
	}

	/**
	 * Tries a rule. Three SQL statements.
	 * @param replaced id of the rule that it would stand in for; empty for none
	 */
	Trial of(Rule rule, String replaced) {
		Catalogue catalogue = this.versions.catalogue();
		boolean addsOnly = replaced.isEmpty() && addsOnly(rule, catalogue);
		SecondLook.Result result = this.look.by(catalogue.book(), catalogue.bookWith(rule, replaced),
				(after) -> addsOnly && isUntouched(after, rule), (judged) -> isHit(judged, rule, replaced));
		RuleBook alone = RuleBook.of(List.of(rule));
		return Trial.of(result,
				result.found().stream().limit(Trial.SHOWN).map((judged) -> item(judged, rule, alone)).toList());
	}

	/**
	 * Whether the rule, as it would be, finds all that it finds now: where it finds
	 * nothing, nothing changes.
	 */
	private static boolean addsOnly(Rule rule, Catalogue catalogue) {
		boolean found = rule.kind() != Rule.Kind.INNOCENT && rule.kind() != Rule.Kind.SIGN;
		return found && catalogue.find(rule.id())
			.map(Entry::rule)
			.filter((now) -> now.enabled() && now.lane() != rule.lane())
			.isEmpty();
	}

	private static boolean isUntouched(Verdict after, Rule rule) {
		return after.findings().stream().noneMatch((finding) -> finding.rules().contains(rule.id()));
	}

	private static boolean isHit(Judged judged, Rule rule, String replaced) {
		return !judged.before().equals(judged.after()) || findings(judged, rule).findAny().isPresent()
				|| judged.before().findings().stream().anyMatch((finding) -> finding.rules().contains(replaced));
	}

	private static Stream<Finding> findings(Judged judged, Rule rule) {
		return Stream.of(judged.after(), judged.before())
			.map(Verdict::findings)
			.flatMap(List::stream)
			.filter((finding) -> (rule.kind() == Rule.Kind.SIGN) ? finding.ground() == rule.ground()
					: finding.rules().contains(rule.id()));
	}

	private Trial.Item item(Judged judged, Rule rule, RuleBook alone) {
		List<Passage> passages = passages(this.screening.screen(judged.sample(), alone).findings().stream());
		if (passages.isEmpty()) {
			// A call to get in touch is found beside a number only, and what means no
			// harm not at all.
			passages = passages(findings(judged, rule));
		}
		if (passages.isEmpty()) {
			passages = passages(judged.before().findings().stream());
		}
		return new Trial.Item(judged.publicId(), judged.status(), judged.good(), judged.createdAt(),
				Piece.of(judged.sample().name(), passages, Passage.Field.NAME),
				Piece.of(judged.sample().body(), passages, Passage.Field.BODY), judged.before(), judged.after());
	}

	private static List<Passage> passages(Stream<Finding> findings) {
		return findings.flatMap((finding) -> finding.passages().stream()).distinct().toList();
	}

}
