package vn.toasoan.subscription;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import vn.toasoan.mail.Letter;
import vn.toasoan.mail.Letter.Kind;
import vn.toasoan.mail.Letter.Link;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.text.Excerpt;

/**
 * The words of letters, in the site's language.
 */
@Component
class Stationery {

	/** How much of a comment is in a letter. */
	private static final int EXCERPT = 300;

	/** How many comments are in one letter; of the others it says how many there are. */
	static final int MOST = 10;

	private final MessageSource messages;

	private final Tokens tokens;

	private final SiteSettings site;

	Stationery(MessageSource messages, Tokens tokens, SiteSettings site) {
		this.messages = messages;
		this.tokens = tokens;
		this.site = site;
	}

	/**
	 * Asks whether an address is the reader's. Nothing in it was written by the one who
	 * has typed the address: nobody advertises by it.
	 */
	Letter confirmation(String authorKey, String address, String addressHash, String link, String articleTitle) {
		return new Letter(Kind.CONFIRMATION, authorKey, address, say("letter.confirmation.subject", this.site.name()),
				List.of(say("letter.confirmation.asked", articleTitle, this.site.name()),
						say("letter.confirmation.open")),
				List.of(), new Link(say("letter.confirmation.do"), link),
				List.of(say("letter.confirmation.valid", Confirmations.VALID.toHours()),
						say("letter.confirmation.stranger")),
				List.of(new Link(say("letter.manage"), this.tokens.management(addressHash))), null);
	}

	/**
	 * Tells of comments.
	 * @param news oldest first, at least one
	 */
	Letter news(String authorKey, String address, String addressHash, List<NewsItem> news) {
		NewsItem first = news.get(0);
		boolean one = news.stream().map(NewsItem::articleTitle).distinct().count() == 1;
		String subject = one ? say("letter.news.subject", news.size(), first.articleTitle())
				: say("letter.news.subject.several", news.size(), this.site.name());
		List<Letter.News> told = news.stream().limit(MOST).map(this::told).toList();
		List<String> small = new ArrayList<>();
		if (news.size() > MOST) {
			small.add(say("letter.news.more", news.size() - MOST));
		}
		small.add(say("letter.news.why"));
		return new Letter(Kind.NEWS, authorKey, address, subject, List.of(), told,
				new Link(say("letter.news.do"), this.site.absolute(first.articlePath() + "#binh-luan")), small,
				List.of(new Link(say("letter.manage"), this.tokens.management(addressHash)),
						new Link(say("letter.end"), this.tokens.unsubscribe(addressHash))),
				this.tokens.unsubscribe(addressHash));
	}

	private Letter.News told(NewsItem item) {
		String when = DateTimeFormatter.ofPattern(say("date.short"), this.site.language())
			.withZone(this.site.zone())
			.format(item.at());
		return new Letter.News(item.name(), when,
				say(item.reply() ? "letter.news.reply" : "letter.news.below", item.articleTitle()),
				beginning(item.html()),
				new Link(say("letter.news.read"), this.site.absolute("/bl/" + item.publicId())));
	}

	/**
	 * The beginning of a comment without its markup.
	 */
	static String beginning(String html) {
		String words = html.replaceAll("</?(p|br|blockquote)\\b[^>]*>", " ").replaceAll("<[^>]*>", "");
		return Excerpt.of(HtmlUtils.htmlUnescape(words), EXCERPT);
	}

	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, this.site.language());
	}

}
