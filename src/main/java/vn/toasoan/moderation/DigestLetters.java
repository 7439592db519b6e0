package vn.toasoan.moderation;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.mail.Letter;
import vn.toasoan.mail.Letter.Kind;
import vn.toasoan.mail.Letter.Link;
import vn.toasoan.site.SiteSettings;

/**
 * The words of letters to editors, in the site's language.
 */
@Component
class DigestLetters {

	/** How much of a comment is in a letter. */
	private static final int EXCERPT = 300;

	/** How many comments are in one letter; of the others it says how many there are. */
	static final int MOST = 10;

	private final MessageSource messages;

	/** What a comment that waits can become. */
	private static final List<CommentStatus> DECISIONS = List.of(CommentStatus.PUBLISHED, CommentStatus.REJECTED,
			CommentStatus.SPAM);

	private final DigestLinks links;

	private final SiteSettings site;

	DigestLetters(MessageSource messages, DigestLinks links, SiteSettings site) {
		this.messages = messages;
		this.links = links;
		this.site = site;
	}

	/**
	 * Asks whether an address is the editor's.
	 */
	Letter question(long accountId, String displayName, String address, String addressHash) {
		return new Letter(Kind.CONFIRMATION, key(accountId), address,
				say("letter.confirmation.subject", this.site.name()),
				List.of(say("letter.digest.asked", displayName, this.site.name()), say("letter.digest.open")),
				List.of(), new Link(say("letter.confirmation.do"), this.links.confirmation(accountId, addressHash)),
				List.of(say("letter.digest.valid", Digests.VALID.toHours()), say("letter.digest.stranger")), List.of(),
				null);
	}

	/**
	 * Tells what waits: each comment with its decisions, each of which leads to a page of
	 * the desk with a button, and with its own page there.
	 * @param overview of which something waits
	 * @param longest the comments that have been waiting longest, at most {@link #MOST}
	 */
	Letter digest(long accountId, String address, DigestFrequency frequency, Queue.Overview overview,
			List<QueueItem> longest) {
		List<QueueTab> work = work(overview).toList();
		int all = count(overview, work);
		String counts = work.stream()
			.map((tab) -> say("letter.digest.count", say(tab.label()), overview.counts().getOrDefault(tab, 0)))
			.collect(Collectors.joining(" · "));
		List<String> paragraphs = new ArrayList<>(List.of(counts));
		Instant oldest = overview.oldest();
		if (oldest != null) {
			paragraphs.add(say("letter.digest.oldest", at(oldest)));
		}
		List<String> small = new ArrayList<>();
		int more = count(overview, work.stream().filter(DigestLetters::asksForPublication).toList()) - longest.size();
		if (more > 0) {
			small.add(say("letter.digest.more", more));
		}
		small.add(say("letter.digest.why." + frequency));
		return new Letter(Kind.DIGEST, key(accountId), address, say("letter.digest.subject", all, this.site.name()),
				paragraphs, longest.stream().map(this::told).toList(),
				new Link(say("letter.digest.do"), this.links.desk("/admin/comments?muc=" + work.get(0).parameter())),
				small, List.of(new Link(say("letter.digest.settings"), this.links.desk(DigestLinks.SETTINGS)),
						new Link(say("letter.end"), this.links.end(accountId))),
				this.links.end(accountId));
	}

	/**
	 * The tabs in which something waits.
	 */
	static Stream<QueueTab> work(Queue.Overview overview) {
		return overview.counts()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().work() && entry.getValue() > 0)
			.map((entry) -> entry.getKey());
	}

	private static int count(Queue.Overview overview, List<QueueTab> tabs) {
		return tabs.stream().mapToInt((tab) -> overview.counts().getOrDefault(tab, 0)).sum();
	}

	private static boolean asksForPublication(QueueTab tab) {
		return tab == QueueTab.WAITING || tab == QueueTab.SUSPECT;
	}

	private Letter.News told(QueueItem item) {
		String reasons = item.judgement()
			.findings()
			.stream()
			.map((finding) -> say("ground." + finding.ground()))
			.distinct()
			.collect(Collectors.joining(", "));
		return new Letter.News(item.authorName(), at(item.createdAt()), say("letter.news.below", item.articleTitle()),
				Beginning.ofHtml(item.html(), EXCERPT), reasons.isEmpty() ? "" : say("letter.digest.reasons", reasons),
				decisions(item.publicId()));
	}

	private List<Link> decisions(String publicId) {
		return Stream
			.concat(DECISIONS.stream()
				.map((to) -> new Link(say("letter.digest.decide." + to),
						this.links.desk(DecisionController.question(publicId, to)))),
					Stream.of(new Link(say("letter.digest.look"), this.links.desk(CommentFilePage.path(publicId)))))
			.toList();
	}

	private String at(Instant instant) {
		return DateTimeFormatter.ofPattern(say("date.short"), this.site.language())
			.withZone(this.site.zone())
			.format(instant);
	}

	/** Stands where letters to readers have the hash of their key; no hash looks so. */
	static String key(long accountId) {
		return "account " + accountId;
	}

	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, this.site.language());
	}

}
