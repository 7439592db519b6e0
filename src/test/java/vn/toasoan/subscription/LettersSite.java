package vn.toasoan.subscription;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.internet.MimeMessage;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.mail.Outbox;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.MailServer;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.TestReader;

/**
 * A site with a mail server, and a reader with a mailbox.
 */
@SitePages
abstract class LettersSite {

	private static final AtomicInteger NUMBERS = new AtomicInteger();

	private static final Pattern PATH = Pattern.compile(Pattern.quote(SitePages.URL) + "(/\\S+)");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	Outbox outbox;

	@Autowired
	News news;

	@Autowired
	Confirmations confirmations;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	final String address = "ban.doc." + NUMBERS.incrementAndGet() + "@example.vn";

	Written article;

	TestReader reader;

	@DynamicPropertySource
	static void mail(DynamicPropertyRegistry properties) {
		MailServer.serve(properties);
	}

	@BeforeEach
	void anArticleAndAReader() {
		this.article = this.fixtures.openArticle();
		this.reader = TestReader.of(this.mvc);
	}

	/**
	 * The form below the article, filled in by somebody who gives the address.
	 */
	Form form(TestReader who, String text) {
		return Form.in(who.read(this.article.path()), "#viet")
			.fill("name", "Hồ Thu Hà")
			.fill("body", text)
			.fill("email", this.address)
			.press("Gửi bình luận");
	}

	/**
	 * A link of the last of so many letters.
	 * @param part what its path begins with
	 */
	String link(int letters, String part) {
		Matcher link = PATH.matcher(MailServer.part(letter(letters), "plain"));
		while (link.find()) {
			if (link.group(1).startsWith(part)) {
				return link.group(1);
			}
		}
		throw new AssertionError("No link to " + part);
	}

	MimeMessage letter(int letters) {
		this.outbox.send();
		return MailServer.await(this.address, letters);
	}

	/**
	 * Opens the link of a letter and presses its button.
	 */
	Document confirm(int letters) {
		String link = link(letters, "/xac-nhan/");
		TestReader anyDevice = TestReader.of(this.mvc);
		return anyDevice.follow(anyDevice.send(Form.in(anyDevice.read(link), "main form")));
	}

	MvcTestResult post(String path) {
		return this.mvc.post().uri(URI.create(path)).exchange();
	}

	String status(String text) {
		return this.jdbc.sql("select status from comment where article_id = :article and body_source = :text")
			.param("article", this.article.id())
			.param("text", text)
			.query(String.class)
			.single();
	}

}
