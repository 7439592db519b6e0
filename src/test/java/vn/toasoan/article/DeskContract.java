package vn.toasoan.article;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jsoup.nodes.Document;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.SiteTest;
import vn.toasoan.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What all tests of the desk for articles do again and again.
 */
@SiteTest
abstract class DeskContract {

	static final String EDITOR = ".editor form";

	private static final AtomicInteger ARTICLES = new AtomicInteger();

	@Autowired
	Newsroom newsroom;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	/**
	 * A title that no other article has.
	 */
	static String title() {
		return "Bài số " + ARTICLES.incrementAndGet();
	}

	static Form newArticle(Visitor writer, String title) {
		return writer.form("/admin/articles/new", EDITOR)
			.fill("title", title)
			.fill("body", "Nội dung của bài.")
			.press("Lưu");
	}

	static long create(Visitor writer, String title) {
		return id(writer.send(newArticle(writer, title)));
	}

	static long createAndPublish(Visitor editor, String title) {
		long id = create(editor, title);
		act(editor, id, "publication");
		return id;
	}

	static long id(MvcTestResult created) {
		assertThat(created).hasStatus(302).redirectedUrl().matches("/admin/articles/[0-9]+");
		return Long.parseLong(String.valueOf(created.getResponse().getRedirectedUrl()).replaceAll("\\D+", ""));
	}

	static String desk(long id) {
		return "/admin/articles/" + id;
	}

	/**
	 * The editor's form, as it is on the page now.
	 */
	static Form opened(Visitor editor, long id) {
		return editor.form(desk(id), EDITOR).press("Lưu");
	}

	/**
	 * A form below the editor, such as {@code publication}.
	 */
	static Form action(Visitor editor, long id, String action) {
		return editor.form(desk(id), "form[action='" + desk(id) + "/" + action + "']");
	}

	static Document act(Visitor editor, long id, String action) {
		return editor.sendAndFollow(action(editor, id, action));
	}

	static void rename(Visitor editor, long id, String slug) {
		editor.sendAndFollow(opened(editor, id).fill("slug", slug));
	}

	String slug(long id) {
		return this.newsroom.column("select slug from article where id = ?", id).get(0);
	}

	/**
	 * The address where readers find it, or would find it.
	 */
	String path(long id) {
		return "/bai-viet/" + slug(id);
	}

	MvcTestResult read(String path) {
		return this.newsroom.visitor().get(path);
	}

	Document readPage(long id) {
		return this.newsroom.visitor().open(path(id));
	}

	void assertMoved(String oldSlug, String newSlug) {
		assertThat(read("/bai-viet/" + oldSlug)).hasStatus(301).hasHeader(HttpHeaders.LOCATION, "/bai-viet/" + newSlug);
	}

	List<String> audit(long id) {
		return this.newsroom.audit("article", id);
	}

}
