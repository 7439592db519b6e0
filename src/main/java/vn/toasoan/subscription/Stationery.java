package vn.toasoan.subscription;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;
import vn.toasoan.mail.Letter;
import vn.toasoan.mail.Letter.Kind;
import vn.toasoan.mail.Letter.Link;
import vn.toasoan.mail.Wording;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.text.CommentMarkup;
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

	private final Wording wording;

	private final Tokens tokens;

	private final SiteSettings site;

	Stationery(Wording wording, Tokens tokens, SiteSettings site) {
		this.wording = wording;
		this.tokens = tokens;
		this.site = site;
	}

	/**
	 * Asks whether an address is the reader's. Nothing in it was written by the one who
	 * has typed the address: nobody advertises by it.
	 */
	Letter confirmation(String authorKey, String address, String addressHash, String link, String articleTitle) {
		return new Letter(Kind.CONFIRMATION, authorKey, address,
				this.wording.say("letter.confirmation.subject", this.site.name()),
				List.of(this.wording.say("letter.confirmation.asked", articleTitle, this.site.name()),
						this.wording.say("letter.confirmation.open")),
				List.of(), new Link(this.wording.say("letter.confirmation.do"), link),
				List.of(this.wording.say("letter.confirmation.valid", Confirmations.VALID.toHours()),
						this.wording.say("letter.confirmation.stranger")),
				List.of(new Link(this.wording.say("letter.manage"), this.tokens.management(addressHash))), null);
	}

	/**
	 * Tells of comments.
	 * @param news oldest first, at least one
	 */
	Letter news(String authorKey, String address, String addressHash, List<NewsItem> news) {
		NewsItem first = news.get(0);
		boolean one = news.stream().map(NewsItem::articleTitle).distinct().count() == 1;
		String subject = one ? this.wording.say("letter.news.subject", news.size(), first.articleTitle())
				: this.wording.say("letter.news.subject.several", news.size(), this.site.name());
		List<Letter.News> told = news.stream().limit(MOST).map(this::told).toList();
		List<String> small = new ArrayList<>();
		if (news.size() > MOST) {
			small.add(this.wording.say("letter.news.more", news.size() - MOST));
		}
		small.add(this.wording.say("letter.news.why"));
		return new Letter(Kind.NEWS, authorKey, address, subject, List.of(), told,
				new Link(this.wording.say("letter.news.do"), this.site.absolute(first.articlePath() + "#binh-luan")),
				small,
				List.of(new Link(this.wording.say("letter.manage"), this.tokens.management(addressHash)),
						new Link(this.wording.say("letter.end"), this.tokens.unsubscribe(addressHash))),
				this.tokens.unsubscribe(addressHash));
	}

	private Letter.News told(NewsItem item) {
		return new Letter.News(item.name(), this.wording.minute(item.at()),
				this.wording.say(item.reply() ? "letter.news.reply" : "letter.news.below", item.articleTitle()),
				Excerpt.of(CommentMarkup.words(item.html()), EXCERPT),
				new Link(this.wording.say("letter.news.read"), this.site.absolute("/bl/" + item.publicId())));
	}

}
