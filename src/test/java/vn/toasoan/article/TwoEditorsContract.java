package vn.toasoan.article;

import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.account.Role;
import vn.toasoan.testing.AtOnce;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two editors have the same article open: nothing of either is lost.
 */
abstract class TwoEditorsContract extends DeskContract {

	private static final String CONFLICT = "Có người vừa lưu bài này trước bạn.";

	@Test
	void theSecondSeesBothTextsFindsTheirOwnInTheFormAndSavesItKnowingly() {
		Visitor first = this.newsroom.signIn(Role.EDITOR);
		Visitor second = this.newsroom.signIn(Role.EDITOR);
		String title = title();
		long id = create(first, title);
		Form ofSecond = opened(second, id);
		first.sendAndFollow(opened(first, id).fill("title", title + " của người đầu")
			.fill("standfirst", "Sa-pô của người đầu.")
			.fill("body", "Đoạn chung.\n\nĐoạn của người đầu."));

		MvcTestResult result = second.send(ofSecond.fill("title", title + " của người sau")
			.fill("standfirst", "Sa-pô của người sau.")
			.fill("body", "Đoạn chung.\n\nĐoạn của người sau."));
		assertThat(result).hasStatus(409);
		Document page = Html.of(result);
		assertThat(Html.text(page, "b[data-announce]")).isEqualTo(CONFLICT);
		assertThat(Html.texts(page, ".conflict del")).containsExactly(title + " của người đầu Sa-pô của người đầu.",
				"Đoạn của người đầu.");
		assertThat(Html.texts(page, ".conflict ins")).containsExactly(title + " của người sau Sa-pô của người sau.",
				"Đoạn của người sau.");
		assertThat(Html.text(page, ".conflict section:first-of-type")).contains("Đoạn chung.");
		assertThat(Html.text(page, ".conflict section:last-of-type")).contains("Đoạn chung.");
		assertThat(Html.only(page, "#title").val()).isEqualTo(title + " của người sau");
		assertThat(Html.only(page, "#body").wholeText()).isEqualTo("Đoạn chung.\n\nĐoạn của người sau.");
		assertThat(bodies(id)).hasSize(2);
		assertThat(audit(id)).containsExactly("article.created", "article.revised");

		second.sendAndFollow(Form.in(page, EDITOR).press("Lưu"));
		assertThat(Html.only(first.open(desk(id)), "#body").wholeText())
			.isEqualTo("Đoạn chung.\n\nĐoạn của người sau.");
		assertThat(bodies(id)).containsExactly("Nội dung của bài.", "Đoạn chung.\n\nĐoạn của người đầu.",
				"Đoạn chung.\n\nĐoạn của người sau.");
	}

	private List<String> bodies(long id) {
		return this.newsroom.column("select body_source from article_revision where article_id = ? order by number",
				id);
	}

	@Test
	void aSectionThatSomebodyElseHasChosenIsSeenToo() {
		Visitor first = this.newsroom.signIn(Role.EDITOR);
		Visitor second = this.newsroom.signIn(Role.EDITOR);
		long id = create(first, title());
		Form ofSecond = opened(second, id).fill("body", "Đoạn của người sau.");
		Form section = Form.in(first.open("/admin/topics"), "main > form");
		first.sendAndFollow(section.fill("name", "Khoa học").fill("position", "7"));
		String chosen = first.open(desk(id)).select("#section option:contains(Khoa học)").val();
		first.sendAndFollow(opened(first, id).fill("section", chosen));
		Document page = Html.of(second.send(ofSecond));
		assertThat(Html.text(page, ".conflict section:first-of-type")).contains("Khoa học");
	}

	@Test
	void aSourceThatSomebodyElseHasAddedIsSeenToo() {
		Visitor first = this.newsroom.signIn(Role.EDITOR);
		Visitor second = this.newsroom.signIn(Role.EDITOR);
		long id = create(first, title());
		Form ofSecond = opened(second, id).fill("tags", "Thẻ riêng");
		first.sendAndFollow(opened(first, id).fill("sources", "Nguồn mới | Sở"));
		Document page = Html.of(second.send(ofSecond));
		assertThat(Html.text(page, ".conflict section:first-of-type")).contains("Nguồn mới | Sở");
		assertThat(Html.text(page, ".conflict section:last-of-type")).contains("Thẻ riêng");
	}

	@Test
	void whoeverIsOvertakenTwiceIsToldTwice() {
		Visitor first = this.newsroom.signIn(Role.EDITOR);
		Visitor second = this.newsroom.signIn(Role.EDITOR);
		long id = create(first, title());
		Form ofSecond = opened(second, id);
		first.sendAndFollow(opened(first, id).fill("body", "Bản hai."));
		MvcTestResult once = second.send(ofSecond.fill("body", "Bản khác."));
		first.sendAndFollow(opened(first, id).fill("body", "Bản ba."));
		MvcTestResult twice = second.send(Form.in(Html.of(once), EDITOR).press("Lưu"));
		assertThat(twice).hasStatus(409);
		assertThat(Html.texts(Html.of(twice), ".conflict del")).containsExactly("Bản ba.");
		assertThat(bodies(id)).containsExactly("Nội dung của bài.", "Bản hai.", "Bản ba.");
	}

	@Test
	void aPreviewDoesNotHideThatSomebodyElseHasSaved() {
		Visitor first = this.newsroom.signIn(Role.EDITOR);
		Visitor second = this.newsroom.signIn(Role.EDITOR);
		long id = create(first, title());
		Form ofSecond = opened(second, id).fill("body", "Bản khác.");
		first.sendAndFollow(opened(first, id).fill("body", "Bản hai."));
		Document preview = Html.of(second.send(ofSecond.press("Xem trước")));
		assertThat(second.send(Form.in(preview, EDITOR).press("Lưu"))).hasStatus(409);
	}

	@Test
	void aMistakeDoesNotHideThatSomebodyElseHasSaved() {
		Visitor first = this.newsroom.signIn(Role.EDITOR);
		Visitor second = this.newsroom.signIn(Role.EDITOR);
		String title = title();
		long id = create(first, title);
		Form ofSecond = opened(second, id).fill("title", "");
		first.sendAndFollow(opened(first, id).fill("body", "Bản hai."));
		MvcTestResult mistake = second.send(ofSecond);
		assertThat(mistake).hasStatus(422);
		assertThat(second.send(Form.in(Html.of(mistake), EDITOR).fill("title", title).press("Lưu"))).hasStatus(409);
	}

	@Test
	void publishingMeanwhileDoesNotDisturbTheWriter() {
		Visitor first = this.newsroom.signIn(Role.EDITOR);
		Visitor second = this.newsroom.signIn(Role.EDITOR);
		long id = create(first, title());
		Form ofSecond = opened(second, id).fill("body", "Viết tiếp.");
		act(first, id, "publication");
		assertThat(second.send(ofSecond)).hasRedirectedUrl(desk(id));
		assertThat(Html.text(readPage(id), ".prose")).isEqualTo("Viết tiếp.");
	}

	@Test
	void aCorrectionMeanwhileDoesNotDisturbTheWriterButANewTextDoes() {
		Visitor first = this.newsroom.signIn(Role.EDITOR);
		Visitor second = this.newsroom.signIn(Role.EDITOR);
		long id = createAndPublish(first, title());
		Form ofSecond = opened(second, id).fill("body", "Viết tiếp.");
		first.sendAndFollow(first.form(desk(id), "form[action$=corrections]").fill("body", "Số đúng là ba."));
		assertThat(second.send(ofSecond)).hasRedirectedUrl(desk(id));
		Form again = opened(second, id).fill("body", "Viết thêm nữa.");
		first.sendAndFollow(first.form(desk(id), "form[action$=corrections]").fill("body", "Số đúng là bốn."));
		first.sendAndFollow(opened(first, id).fill("body", "Bản của người đầu."));
		assertThat(second.send(again)).hasStatus(409);
	}

	@Test
	void ofTwoWhoSaveAtTheSameMomentOneIsAskedAndNothingIsLost() {
		for (int round = 1; round <= 5; round++) {
			Visitor one = this.newsroom.signIn(Role.EDITOR);
			Visitor two = this.newsroom.signIn(Role.EDITOR);
			long id = create(one, title());
			Form first = opened(one, id).fill("body", "Của một.");
			Form second = opened(two, id).fill("body", "Của hai.");
			List<MvcTestResult> results = AtOnce.run(() -> one.send(first), () -> two.send(second));
			assertThat(results).as("round " + round)
				.extracting((result) -> result.getResponse().getStatus())
				.containsExactlyInAnyOrder(302, 409);
			boolean oneWasAsked = results.get(0).getResponse().getStatus() == 409;
			Visitor asked = oneWasAsked ? one : two;
			Document page = Html.of(results.get(oneWasAsked ? 0 : 1));
			assertThat(Html.only(page, "#body").wholeText()).isEqualTo(oneWasAsked ? "Của một." : "Của hai.");
			asked.sendAndFollow(Form.in(page, EDITOR).press("Lưu"));
			assertThat(bodies(id)).containsExactlyInAnyOrder("Nội dung của bài.", "Của một.", "Của hai.");
			assertThat(audit(id)).containsExactly("article.created", "article.revised", "article.revised");
		}
	}

}
