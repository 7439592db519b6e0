package vn.toasoan.feed;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.toasoan.comment.LatestComment;
import vn.toasoan.site.SiteSettings;

/**
 * Writes comments as Atom (RFC 4287). The id of an entry is its permalink, which outlives
 * every renaming of its article; all addresses are absolute.
 */
@Component
class CommentFeed {

	static final String TYPE = "application/atom+xml";

	private final SiteSettings site;

	private final MessageSource words;

	CommentFeed(SiteSettings site, MessageSource words) {
		this.site = site;
		this.words = words;
	}

	/**
	 * @param path of the feed, and its id
	 * @param about path of the page that shows the same
	 * @param since when nothing had been commented yet: what the feed was last changed at
	 * while it has no entries
	 */
	String write(String path, String about, String title, Instant since, List<LatestComment> comments) {
		var feed = new Feed("atom_1.0");
		feed.setId(this.site.absolute(path));
		feed.setTitleEx(text(title));
		feed.setUpdated(
				Date.from(comments.stream().map(LatestComment::updatedAt).max(Instant::compareTo).orElse(since)));
		feed.setAlternateLinks(List.of(link("alternate", "text/html", about)));
		feed.setOtherLinks(List.of(link("self", TYPE, path)));
		// For the feed without entries: each entry names its own.
		feed.setAuthors(List.of(person(this.site.name())));
		feed.setEntries(comments.stream().map(this::entry).toList());
		try {
			return new WireFeedOutput().outputString(feed);
		}
		catch (FeedException ex) {
			throw new IllegalStateException("The feed " + path + " can't be written", ex);
		}
	}

	private Entry entry(LatestComment comment) {
		var entry = new Entry();
		entry.setId(this.site.absolute(comment.path()));
		entry.setTitleEx(text(this.words.getMessage("feed.entry",
				new Object[] { comment.authorName(), comment.articleTitle() }, this.site.language())));
		entry.setAuthors(List.of(person(comment.authorName())));
		entry.setPublished(Date.from(comment.publishedAt()));
		entry.setUpdated(Date.from(comment.updatedAt()));
		entry.setAlternateLinks(List.of(link("alternate", "text/html", comment.path())));
		entry.setContents(List.of(content("html", comment.html())));
		return entry;
	}

	private Link link(String relation, String type, String path) {
		var link = new Link();
		link.setRel(relation);
		link.setType(type);
		link.setHref(this.site.absolute(path));
		return link;
	}

	private static Person person(String name) {
		var person = new Person();
		person.setName(name);
		return person;
	}

	private static Content text(String words) {
		return content("text", words);
	}

	private static Content content(String type, String value) {
		var content = new Content();
		content.setType(type);
		content.setValue(value);
		return content;
	}

}
