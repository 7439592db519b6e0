package vn.toasoan.moderation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import vn.toasoan.account.NewsroomStaff;
import vn.toasoan.account.Role;
import vn.toasoan.account.SignedIn;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.testing.AtOnce;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.SiteTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However many editors decide on one comment at the same moment, one decision holds, and
 * the others are told.
 */
@SiteTest
abstract class DecidingAtOnceContract {

	/** Presses of a button at the same moment. */
	private static final int PRESSES = 32;

	private static final int PICKED = 20;

	@Autowired
	Newsroom newsroom;

	@Autowired
	Fixtures fixtures;

	@Autowired
	Moderation moderation;

	private SignedIn editor() {
		String username = this.newsroom.account(Role.EDITOR);
		return NewsroomStaff.editor(this.newsroom.accountId(username), Newsroom.displayName(username));
	}

	private Outcome decide(List<Choice> choices, Verdict verdict, SignedIn editor) {
		return this.moderation.decide(choices, verdict, null, editor, Beat.ALL);
	}

	@Test
	void ofThirtyTwoDecisionsOfTwoEditorsOnOneCommentOneHolds() {
		Written article = this.fixtures.article();
		String comment = this.fixtures.comment(article, null, "Ai nhanh nhất?");
		Choice choice = new Choice(comment, CommentStatus.PENDING);
		List<Verdict> verdicts = List.of(Verdict.valueOf("PUBLISHED"), Verdict.valueOf("REJECTED.INSULT"),
				Verdict.valueOf("SPAM"));
		List<SignedIn> editors = List.of(editor(), editor());
		List<Outcome> outcomes = AtOnce.run(IntStream.range(0, PRESSES)
			.<Callable<Outcome>>mapToObj((n) -> () -> decide(List.of(choice), verdicts.get(n % verdicts.size()),
					editors.get(n % editors.size())))
			.toList());

		List<Outcome> held = outcomes.stream().filter((outcome) -> outcome.number() == 1).toList();
		assertThat(held).hasSize(1);
		CommentStatus status = held.get(0).done().get(0).to();
		assertThat(outcomes).filteredOn((outcome) -> outcome.number() == 0)
			.hasSize(PRESSES - 1)
			.allSatisfy((outcome) -> assertThat(outcome.overtaken()).singleElement()
				.satisfies((decided) -> assertThat(decided.status()).isEqualTo(status)));
		assertThat(events(comment)).containsExactly("PENDING", String.valueOf(status));
		assertThat(this.newsroom.audit("comment", comment)).hasSize(1);
		assertThat(shown(article)).isEqualTo((status == CommentStatus.PUBLISHED) ? "1" : "0");
		assertThat(this.newsroom.column(
				"select batch_id from decision_item i join comment c on c.id = i.comment_id" + " where c.public_id = ?",
				comment))
			.containsExactly(String.valueOf(held.get(0).batch()));
	}

	@Test
	void whatIsTakenBackThirtyTwoTimesIsTakenBackOnce() {
		Written article = this.fixtures.article();
		String comment = this.fixtures.comment(article, null, "Bấm hoài.");
		SignedIn editor = editor();
		long batch = Objects.requireNonNull(
				decide(List.of(new Choice(comment, CommentStatus.PENDING)), Verdict.valueOf("PUBLISHED"), editor)
					.batch());
		List<Boolean> taken = AtOnce.run(IntStream.range(0, PRESSES).<Callable<Boolean>>mapToObj((n) -> () -> {
			try {
				return this.moderation.takeBack(batch, editor).number() == 1;
			}
			catch (Moderation.TooLate ex) {
				return false;
			}
		}).toList());
		assertThat(taken).filteredOn(Boolean::booleanValue).hasSize(1);
		assertThat(events(comment)).containsExactly("PENDING", "PUBLISHED", "PENDING");
		assertThat(shown(article)).isEqualTo("0");
	}

	@Test
	void manyAtOnceInOppositeOrdersDoNotWaitForEachOtherForEver() {
		Written one = this.fixtures.article();
		Written two = this.fixtures.article();
		List<Choice> choices = IntStream.range(0, PICKED)
			.mapToObj((n) -> this.fixtures.comment((n % 2 == 0) ? one : two, null, "Bình luận thứ " + n))
			.map((id) -> new Choice(id, CommentStatus.PENDING))
			.toList();
		List<Choice> reversed = new ArrayList<>(choices);
		Collections.reverse(reversed);
		SignedIn editor = editor();
		List<Outcome> outcomes = AtOnce.run(IntStream.range(0, 4)
			.<Callable<Outcome>>mapToObj(
					(n) -> () -> decide((n % 2 == 0) ? choices : reversed, Verdict.valueOf("PUBLISHED"), editor))
			.toList());
		assertThat(outcomes.stream().mapToInt(Outcome::number).sum()).isEqualTo(PICKED);
		assertThat(outcomes.stream().mapToInt((outcome) -> outcome.overtaken().size()).sum()).isEqualTo(3 * PICKED);
		assertThat(shown(one)).isEqualTo("10");
		assertThat(shown(two)).isEqualTo("10");
	}

	private List<String> events(String comment) {
		return this.newsroom.column("select to_status from comment_event e join comment c on c.id = e.comment_id"
				+ " where c.public_id = ? order by e.at, e.id", comment);
	}

	private String shown(Written article) {
		return this.newsroom.column("select site_comments from discussion where article_id = ?", article.id()).get(0);
	}

}
