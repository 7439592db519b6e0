package vn.toasoan.article;

import java.time.Duration;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.account.Role;
import vn.toasoan.testing.AtOnce;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How an article comes to its readers, is corrected and is taken back.
 */
abstract class PublishingContract extends DeskContract {

	private List<String> frontPage() {
		return Html.texts(this.newsroom.visitor().open("/"), "h2 a, h3 a");
	}

	@Test
	void aDraftIsInvisibleToReaders() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String title = title();
		long id = create(editor, title);
		assertThat(read(path(id))).hasStatus(404);
		assertThat(editor.get(path(id))).as("to editors it is at the desk").hasStatus(404);
		assertThat(frontPage()).doesNotContain(title);
	}

	@Test
	void aPublishedArticleLeadsTheFrontPage() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String title = title();
		long id = create(editor, title);
		Document page = act(editor, id, "publication");
		assertThat(Html.text(page, ".toast")).isEqualTo("Đã xuất bản.");
		assertThat(Html.text(page, ".work-head .status")).isEqualTo("Đã xuất bản");
		assertThat(Html.text(readPage(id), "h1")).isEqualTo(title);
		assertThat(frontPage().get(0)).isEqualTo(title);
		assertThat(Html.only(readPage(id), ".article-head time").attr("datetime"))
			.isEqualTo("2026-11-23T08:00:00+07:00");
	}

	@Test
	void anArticleForLaterIsInvisibleUntilTheMinuteComes() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String title = title();
		long id = create(editor, title);
		Document page = editor.sendAndFollow(action(editor, id, "publication").fill("from", "2026-11-23T10:00"));
		assertThat(Html.text(page, ".toast")).isEqualTo("Đã hẹn giờ xuất bản.");
		assertThat(Html.text(page, ".work-head .status")).isEqualTo("Hẹn giờ");
		assertThat(Html.text(page, ".work-head time")).isEqualTo("23/11/2026, 10:00");
		assertThat(read(path(id))).hasStatus(404);
		this.clock.advance(Duration.ofHours(2).minusSeconds(1));
		assertThat(read(path(id))).hasStatus(404);
		assertThat(frontPage()).doesNotContain(title);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(read(path(id))).hasStatusOk();
		assertThat(frontPage()).contains(title);
		assertThat(Html.text(editor.open(desk(id)), ".work-head .status")).isEqualTo("Đã xuất bản");
	}

	@Test
	void aWithdrawnArticleIsGoneAndComesBackWithItsFirstDate() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String title = title();
		long id = createAndPublish(editor, title);
		this.clock.advance(Duration.ofDays(1));
		Document page = act(editor, id, "withdrawal");
		assertThat(Html.text(page, ".toast")).isEqualTo("Đã rút bài.");
		assertThat(Html.text(page, ".work-head .status")).isEqualTo("Đã rút");
		assertThat(read(path(id))).hasStatus(410);
		assertThat(frontPage()).doesNotContain(title);
		act(editor, id, "publication");
		assertThat(Html.only(readPage(id), ".article-head time").attr("datetime"))
			.isEqualTo("2026-11-23T08:00:00+07:00");
	}

	@Test
	void aCorrectionIsToldToReadersAboveTheSources() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		long id = createAndPublish(editor, title());
		assertThat(readPage(id).select("#dinh-chinh, .flag")).isEmpty();
		Document desk = editor.sendAndFollow(action(editor, id, "corrections").fill("body", "  Số đúng là 405 tỷ.  "));
		assertThat(Html.text(desk, ".toast")).isEqualTo("Đã đăng đính chính.");
		Document page = readPage(id);
		assertThat(Html.text(page, "#dinh-chinh p")).isEqualTo("23/11/2026 — Số đúng là 405 tỷ.");
		assertThat(Html.text(page, ".flag")).isEqualTo("Có đính chính");
	}

	@Test
	void anEmptyOrOverlongCorrectionGetsAMessageAndIsKept() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		long id = createAndPublish(editor, title());
		MvcTestResult empty = editor.send(action(editor, id, "corrections").fill("body", "  "));
		assertThat(empty).hasStatus(422);
		assertThat(Html.text(Html.of(empty), "#correction-error")).isEqualTo("Hãy viết rõ điều đã sai và điều đúng.");
		MvcTestResult tooLong = editor.send(action(editor, id, "corrections").fill("body", "ế".repeat(1001)));
		assertThat(tooLong).hasStatus(422);
		assertThat(Html.text(Html.of(tooLong), "#correction-error")).isEqualTo("Đính chính dài tối đa 1.000 ký tự.");
		assertThat(Html.only(Html.of(tooLong), "#correction").wholeText()).isEqualTo("ế".repeat(1001));
		editor.sendAndFollow(action(editor, id, "corrections").fill("body", "ế".repeat(1000)));
		assertThat(audit(id)).containsOnlyOnce("article.corrected");
	}

	@Test
	void everyChangeLeavesALineInTheAuditLogWithItsEditor() {
		this.newsroom.forgetTheFuture();
		String name = this.newsroom.account(Role.ADMIN);
		Visitor editor = this.newsroom.signIn(name);
		String title = title();
		long id = create(editor, title);
		editor.send(opened(editor, id).fill("body", "Bản hai."));
		act(editor, id, "publication");
		editor.send(action(editor, id, "corrections").fill("body", "Đã sửa."));
		editor.sendAndFollow(editor.form(desk(id) + "/discussion", "form[action='" + desk(id) + "/discussion']")
			.fill("mode", "CLOSED"));
		act(editor, id, "withdrawal");
		act(editor, id, "publication");
		assertThat(audit(id)).containsExactly("article.created", "article.revised", "article.published",
				"article.corrected", "discussion.mode-changed", "article.withdrawn", "article.published");
		assertThat(this.newsroom.column(
				"select distinct actor_name from audit_entry" + " where subject_type = 'article' and subject_id = ?",
				Long.toString(id)))
			.containsExactly(Newsroom.displayName(name));
		Document log = editor.open("/admin/audit");
		var newest = log.select("tbody tr").get(0).select("td, th").eachText();
		assertThat(newest).containsExactly("23/11/2026, 08:00", Newsroom.displayName(name), "xuất bản bài",
				title + " bài số " + id);
		assertThat(log.select("tbody tr td:nth-child(3)").eachText().subList(0, 7)).containsExactly("xuất bản bài",
				"rút bài", "đổi cách bình luận", "đính chính", "xuất bản bài", "sửa bài", "tạo bài");
	}

	@Test
	void whatIsDoneAgainChangesNothing() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		long id = create(editor, title());
		Form publish = action(editor, id, "publication");
		editor.send(publish);
		Form withdraw = action(editor, id, "withdrawal");
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(editor.send(publish)).hasStatus(302);
		assertThat(audit(id)).containsExactly("article.created", "article.published");
		editor.send(withdraw);
		assertThat(editor.send(withdraw)).hasStatus(302);
		assertThat(audit(id)).containsExactly("article.created", "article.published", "article.withdrawn");
	}

	@Test
	void whatTwoDoAtOnceIsDoneOnceAndNeitherSeesAnError() {
		for (int round = 1; round <= 3; round++) {
			Visitor one = this.newsroom.signIn(Role.EDITOR);
			Visitor two = this.newsroom.signIn(Role.EDITOR);
			long id = create(one, title());
			Form first = action(one, id, "publication");
			Form second = action(two, id, "publication");
			List<MvcTestResult> results = AtOnce.run(() -> one.send(first), () -> two.send(second));
			assertThat(results).as("round " + round)
				.extracting((result) -> result.getResponse().getStatus())
				.containsExactly(302, 302);
			assertThat(audit(id)).containsExactly("article.created", "article.published");
		}
	}

	@Test
	void theRevisionsSayWhatReadersHaveSeen() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		long id = create(editor, title());
		editor.send(opened(editor, id).fill("body", "Bản hai."));
		act(editor, id, "publication");
		editor.send(opened(editor, id).fill("body", "Bản ba."));
		assertThat(Html.texts(editor.open(desk(id) + "/revisions"), "tbody td:last-child")).containsExactly("Có", "Có",
				"Chưa");
		assertThat(Html.text(readPage(id), ".prose")).isEqualTo("Bản ba.");
	}

}
