package vn.toasoan.article;

import java.text.Normalizer;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.account.Role;
import vn.toasoan.testing.AtOnce;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.Visitor;
import vn.toasoan.text.Slug;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How an article is written, previewed and saved.
 */
abstract class WritingContract extends DeskContract {

	private static final String SCRIPT = "<script>alert('Đà Nẵng')</script>";

	@Test
	void theAddressIsMadeFromTheVietnameseTitleAndASecondArticleOfThatTitleGetsANumber() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		assertThat(slug(create(editor, "Đà Nẵng: 3 dự án điện tử"))).isEqualTo("da-nang-3-du-an-dien-tu");
		assertThat(slug(create(editor, "Đà Nẵng: 3 dự án điện tử"))).isEqualTo("da-nang-3-du-an-dien-tu-2");
		assertThat(slug(create(editor, Normalizer.normalize("Đà Nẵng: 3 dự án điện tử", Normalizer.Form.NFD))))
			.isEqualTo("da-nang-3-du-an-dien-tu-3");
	}

	@Test
	void aTitleWithoutLettersStillGetsAnAddress() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		assertThat(slug(create(editor, "???"))).startsWith("bai-viet");
	}

	@Test
	void aSavedDraftIsShownWithEverythingThatWasTyped() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String title = title();
		Form form = newArticle(editor, title).fill("standfirst", "Một câu dẫn.")
			.fill("byline", "Lê Văn Cường")
			.fill("body", "Đoạn một.\n\n## Phụ đề\n\nĐoạn hai.")
			.fill("tags", "Điện tử, Đà Nẵng")
			.fill("sources", "Báo cáo | Sở | https://example.vn/a?b=1&c=2");
		Document page = editor.sendAndFollow(form);
		assertThat(Html.text(page, ".toast")).isEqualTo("Đã lưu bản nháp.");
		assertThat(Html.text(page, "h1")).isEqualTo(title);
		assertThat(Html.text(page, ".status")).isEqualTo("Bản nháp");
		assertThat(Html.only(page, "#standfirst").wholeText()).isEqualTo("Một câu dẫn.");
		assertThat(Html.only(page, "#byline").val()).isEqualTo("Lê Văn Cường");
		assertThat(Html.only(page, "#body").wholeText()).isEqualTo("Đoạn một.\n\n## Phụ đề\n\nĐoạn hai.");
		assertThat(Html.only(page, "#tags").val()).isEqualTo("Điện tử, Đà Nẵng");
		assertThat(Html.only(page, "#sources").wholeText()).isEqualTo("Báo cáo | Sở | https://example.vn/a?b=1&c=2");
	}

	@Test
	void readersSeeHeadlineTextTagsAndSources() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String title = title();
		long id = id(editor.send(newArticle(editor, title).fill("standfirst", "Một câu dẫn.")
			.fill("body", "Đoạn **một**.\n\n## Phụ đề\n\nĐoạn hai.")
			.fill("tags", "Điện tử, điện  tử, Đà Nẵng")
			.fill("sources", "Báo cáo | Sở Công Thương | https://example.vn/a\n\nTrao đổi với tòa soạn")));
		act(editor, id, "publication");
		Document page = readPage(id);
		assertThat(Html.text(page, "h1")).isEqualTo(title);
		assertThat(Html.text(page, ".standfirst")).isEqualTo("Một câu dẫn.");
		assertThat(Html.text(page, ".prose strong")).isEqualTo("một");
		assertThat(Html.text(page, ".prose h2")).isEqualTo("Phụ đề");
		assertThat(Html.texts(page, ".tags a")).containsExactly("Điện tử", "Đà Nẵng");
		assertThat(Html.texts(page, ".sources li")).containsExactly("Báo cáo, Sở Công Thương", "Trao đổi với tòa soạn");
		assertThat(Html.only(page, ".sources a").attr("href")).isEqualTo("https://example.vn/a");
	}

	@Test
	void anEditChangesTheArticleAndKeepsARevisionWithWhoAndWhen() {
		String name = this.newsroom.account(Role.EDITOR);
		Visitor editor = this.newsroom.signIn(name);
		String title = title();
		long id = create(editor, title);
		Document page = editor
			.sendAndFollow(opened(editor, id).fill("title", title + ", bản hai").fill("body", "Mới."));
		assertThat(Html.text(page, ".toast")).isEqualTo("Đã lưu.");
		assertThat(Html.only(page, "#body").wholeText()).isEqualTo("Mới.");
		Document revisions = editor.open(desk(id) + "/revisions");
		assertThat(Html.texts(revisions, "tbody th")).containsExactly(title + ", bản hai", title);
		assertThat(Html.texts(revisions, "tbody td")).containsExactly("2", Newsroom.displayName(name),
				"23/11/2026, 08:00", "Chưa", "1", Newsroom.displayName(name), "23/11/2026, 08:00", "Chưa");
		assertThat(this.newsroom.column("select body_source from article_revision where article_id = ? order by number",
				id))
			.containsExactly("Nội dung của bài.", "Mới.");
	}

	@Test
	void anAddressOfAnotherArticleIsRefusedBesideItsFieldAndTheTextIsKept() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String taken = slug(create(editor, title()));
		assertTaken(editor.send(newArticle(editor, "Tiêu đề khác").fill("slug", taken)), taken);
		long id = create(editor, title());
		assertTaken(editor.send(opened(editor, id).fill("title", "Tiêu đề khác").fill("slug", taken)), taken);
		assertThat(slug(id)).isNotEqualTo(taken);
		assertThat(audit(id)).containsExactly("article.created");
	}

	private static void assertTaken(MvcTestResult result, String slug) {
		assertThat(result).hasStatus(422);
		Document page = Html.of(result);
		assertThat(Html.text(page, "#slug-error")).isEqualTo("Đường dẫn này đang hoặc đã từng thuộc về một bài khác.");
		assertThat(Html.only(page, "#slug").val()).isEqualTo(slug);
		assertThat(Html.only(page, "#title").val()).isEqualTo("Tiêu đề khác");
		assertThat(Html.only(page, "#body").wholeText()).isEqualTo("Nội dung của bài.");
	}

	@Test
	void anAddressWithMarksOrBlanksIsRefused() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		for (String slug : List.of("đà-nẵng", "hai chữ", "../admin", "HOA", "-dau", "x".repeat(121))) {
			MvcTestResult result = editor.send(newArticle(editor, title()).fill("slug", slug));
			assertThat(result).as(slug).hasStatus(422);
			assertThat(Html.text(Html.of(result), "#slug-error")).startsWith("Đường dẫn chỉ gồm chữ a–z");
		}
	}

	@Test
	void whatIsMissingIsSaidBesideItsField() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		MvcTestResult result = editor.send(newArticle(editor, " ").fill("byline", "").fill("body", "  \n "));
		assertThat(result).hasStatus(422);
		Document page = Html.of(result);
		assertThat(Html.text(page, "#title-error")).isEqualTo("Bài cần có tiêu đề.");
		assertThat(Html.text(page, "#byline-error")).isEqualTo("Hãy ghi tên tác giả.");
		assertThat(Html.text(page, "#body-error")).isEqualTo("Bài cần có nội dung.");
		assertThat(Html.texts(page, ".errors a")).hasSize(3);
	}

	@Test
	void whatIsWrongIsListedAboveTheFormInTheOrderOfItsFields() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		MvcTestResult result = editor.send(newArticle(editor, " ").fill("standfirst", "dài ".repeat(200))
			.fill("body", " ")
			.fill("byline", "")
			.fill("tags", "dài ".repeat(200))
			.fill("slug", "Không Hợp Lệ")
			.fill("sources", "Một nguồn không có địa chỉ | A | B | C"));
		assertThat(result).hasStatus(422);
		Document page = Html.of(result);
		List<String> fields = page.select(".editor form [aria-invalid=true]").eachAttr("id");
		assertThat(fields).hasSize(7);
		assertThat(page.select(".errors a").eachAttr("href").stream().distinct())
			.containsExactlyElementsOf(fields.stream().map((field) -> "#" + field).toList());
	}

	@Test
	void aSectionThatIsNotThereIsRefusedBesideItsField() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		for (String section : List.of("", "x", "999999999")) {
			var parameters = newArticle(editor, title()).parameters();
			parameters.set("section", section);
			MvcTestResult result = editor.request(HttpMethod.POST, "/admin/articles", parameters);
			assertThat(result).as("section " + section).hasStatus(422);
			assertThat(Html.texts(Html.of(result), ".field.invalid .error")).containsExactly("Hãy chọn chuyên mục.");
		}
	}

	@Test
	void anArticleStaysInASectionThatHasLeftTheMasthead() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		long id = create(editor, title());
		long left = 1_000_000 + id;
		this.jdbc.sql("insert into topic (id, slug, name) values (?, ?, 'Chuyên mục cũ')")
			.params(left, "chuyen-muc-cu-" + id)
			.update();
		this.jdbc.sql("update article set section_id = ? where id = ?").params(left, id).update();
		editor.sendAndFollow(opened(editor, id).fill("body", "Bản hai."));
		assertThat(this.newsroom.column("select section_id from article where id = ?", id))
			.containsExactly(Long.toString(left));
	}

	@Test
	void aWrongSourceIsNamedAndTheTextIsKept() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String sources = "Báo cáo | Sở | https://example.vn\nTrang lạ | Ai đó | javascript:alert(1)";
		MvcTestResult result = editor.send(newArticle(editor, title()).fill("sources", sources));
		assertThat(result).hasStatus(422);
		Document page = Html.of(result);
		assertThat(Html.text(page, "#sources-error")).contains("“Trang lạ | Ai đó | javascript:alert(1)”");
		assertThat(Html.only(page, "#sources").wholeText()).isEqualTo(sources);
	}

	@Test
	void aPreviewShowsTheRenderedTextAndSavesNothing() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String title = title();
		MvcTestResult fresh = editor
			.send(newArticle(editor, title).fill("body", "## Phụ đề\n\nĐoạn **đậm**.").press("Xem trước"));
		assertThat(fresh).hasStatusOk();
		Document page = Html.of(fresh);
		assertThat(Html.text(page, ".live .prose h2")).isEqualTo("Phụ đề");
		assertThat(Html.text(page, ".live .prose strong")).isEqualTo("đậm");
		assertThat(Html.only(page, "#title").val()).isEqualTo(title);
		assertThat(Html.only(page, "#body").wholeText()).isEqualTo("## Phụ đề\n\nĐoạn **đậm**.");
		assertThat(this.newsroom.column("select title from article where title = ?", title)).isEmpty();

		long id = id(editor.send(Form.in(page, EDITOR).press("Lưu")));
		MvcTestResult again = editor.send(opened(editor, id).fill("body", "Chưa lưu.").press("Xem trước"));
		assertThat(Html.text(Html.of(again), ".live .prose")).isEqualTo("Chưa lưu.");
		assertThat(Html.only(editor.open(desk(id)), "#body").wholeText()).startsWith("## Phụ đề");
		assertThat(audit(id)).containsExactly("article.created");
	}

	@Test
	void twoHundredThousandCharactersAreSavedWholeAndOneMoreIsTooMany() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String longest = "ế".repeat(Article.MAX_BODY);
		long id = id(editor.send(newArticle(editor, title()).fill("body", longest)));
		assertThat(Html.only(editor.open(desk(id)), "#body").wholeText()).isEqualTo(longest);
		MvcTestResult result = editor.send(opened(editor, id).fill("body", longest + "ế"));
		assertThat(result).hasStatus(422);
		Document page = Html.of(result);
		assertThat(Html.text(page, "#body-error")).isEqualTo("Nội dung dài tối đa 200.000 ký tự.");
		assertThat(Html.only(page, "#body").wholeText()).isEqualTo(longest + "ế");
	}

	@Test
	void aTextWhoseMarkupGrowsBeyondTheLimitGetsAMessageAndIsKept() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String headings = "# a\n".repeat(Article.MAX_BODY / 4 - 1) + "cuối";
		MvcTestResult result = editor.send(newArticle(editor, title()).fill("body", headings));
		assertThat(result).hasStatus(422);
		Document page = Html.of(result);
		assertThat(Html.texts(page, "#slug-error")).isEmpty();
		assertThat(Html.text(page, "#body-error"))
			.isEqualTo("Nội dung có quá nhiều định dạng. Hãy chia thành nhiều bài.");
		assertThat(Html.only(page, "#body").wholeText()).isEqualTo(headings);
		long id = create(editor, title());
		assertThat(editor.send(opened(editor, id).fill("body", headings))).hasStatus(422);
	}

	@Test
	void aScriptInATitleIsTextEverywhere() {
		this.newsroom.forgetTheFuture();
		Visitor admin = this.newsroom.signIn(Role.ADMIN);
		String title = SCRIPT + " " + title();
		long id = id(admin.send(newArticle(admin, title).fill("standfirst", SCRIPT)
			.fill("byline", SCRIPT)
			.fill("tags", SCRIPT)
			.fill("sources", SCRIPT + " | " + SCRIPT)));
		act(admin, id, "publication");
		admin.sendAndFollow(action(admin, id, "corrections").fill("body", SCRIPT));
		String corrected = "form[action='" + desk(id) + "/corrections']";
		assertThat(admin.open(desk(id)).select(corrected)).hasSize(1);
		for (String path : List.of("/admin", "/admin/articles", desk(id), desk(id) + "/revisions",
				desk(id) + "/discussion", "/admin/audit", "/admin/topics", "/", path(id))) {
			Document page = admin.open(path);
			assertThat(page.select("script:not([src])")).as(path).isEmpty();
			String shown = page.text() + page.select("input").eachAttr("value") + page.title();
			assertThat(shown).as(path).containsPattern("alert\\(['‘]Đà Nẵng['’]\\)");
		}
		assertThat(Html.text(readPage(id), "h1")).isEqualTo(title.replace("('", "(‘").replace("')", "’)"));
	}

	@Test
	void aScriptInTheBodyIsTakenOut() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String body = SCRIPT + "\n\nChữ <img src=x onerror=alert(1)> [liên kết](javascript:alert(1))";
		Document preview = Html.of(editor.send(newArticle(editor, title()).fill("body", body).press("Xem trước")));
		long id = id(editor.send(newArticle(editor, title()).fill("body", body)));
		act(editor, id, "publication");
		for (Document page : List.of(preview, readPage(id))) {
			assertThat(page.select(".prose script, .prose [onerror], .prose [href^=javascript]")).isEmpty();
			assertThat(Html.text(page, ".prose")).contains("Chữ").contains("liên kết");
		}
	}

	@Test
	void twoWhoAddTheSameNewTagAtOnceBothSaveTheirArticles() {
		for (int round = 1; round <= 3; round++) {
			Visitor one = this.newsroom.signIn(Role.EDITOR);
			Visitor two = this.newsroom.signIn(Role.EDITOR);
			String tag = "Thẻ mới " + title();
			Form first = newArticle(one, title()).fill("tags", tag);
			Form second = newArticle(two, title()).fill("tags", tag);
			List<MvcTestResult> results = AtOnce.run(() -> one.send(first), () -> two.send(second));
			assertThat(results).as("round " + round)
				.extracting((result) -> result.getResponse().getStatus())
				.containsExactly(302, 302);
			assertThat(this.newsroom.column("select id from topic where name = ?", tag)).hasSize(1);
		}
	}

	@Test
	void twoArticlesOfTheSameTitleAtOnceBothGetAnAddress() {
		Visitor one = this.newsroom.signIn(Role.EDITOR);
		Visitor two = this.newsroom.signIn(Role.EDITOR);
		String title = title();
		Form first = newArticle(one, title);
		Form second = newArticle(two, title);
		List<MvcTestResult> results = AtOnce.run(() -> one.send(first), () -> two.send(second));
		String slug = Slug.of(title);
		assertThat(results.stream().map((result) -> slug(id(result)))).containsExactlyInAnyOrder(slug, slug + "-2");
	}

	@Test
	void theListShowsWhatIsInOneState() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String draft = title();
		String published = title();
		create(editor, draft);
		createAndPublish(editor, published);
		assertThat(Html.texts(editor.open("/admin/articles"), "tbody a")).contains(draft, published);
		assertThat(Html.texts(editor.open("/admin/articles?trang-thai=DRAFT"), "tbody a")).contains(draft)
			.doesNotContain(published);
		assertThat(Html.texts(editor.open("/admin/articles?trang-thai=PUBLISHED"), "tbody a")).contains(published)
			.doesNotContain(draft);
	}

}
