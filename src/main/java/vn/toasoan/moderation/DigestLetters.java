package vn.toasoan.moderation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.mail.Letter;
import vn.toasoan.mail.Letter.Kind;
import vn.toasoan.mail.Letter.Link;
import vn.toasoan.mail.Wording;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.text.CommentMarkup;
import vn.toasoan.text.Excerpt;

/**
 * The words of letters to editors, in the site's language.
 */
@Component
class DigestLetters {

	/** How much of a comment is in a letter. */
	private static final int EXCERPT = 300;

	/** How many comments are in one letter; of the others it says how many there are. */
	static final int MOST = 10;

	/** What a comment that waits can become. */
	private static final List<CommentStatus> DECISIONS = List.of(CommentStatus.PUBLISHED, CommentStatus.REJECTED,
			CommentStatus.SPAM);

	private final Wording wording;

	private final DigestLinks links;

	private final SiteSettings site;

	DigestLetters(Wording wording, DigestLinks links, SiteSettings site) {
		this.wording = wording;
		this.links = links;
		this.site = site;
	}

	/**
	 * Asks whether an address is the editor's.
	 */
	Letter question(long accountId, String displayName, String address, String addressHash) {
		return new Letter(Kind.CONFIRMATION, key(accountId), address,
				this.wording.say("letter.confirmation.subject", this.site.name()),
				List.of(this.wording.say("letter.digest.asked", displayName, this.site.name()),
						this.wording.say("letter.digest.open")),
				List.of(),
				new Link(this.wording.say("letter.confirmation.do"), this.links.confirmation(accountId, addressHash)),
				List.of(this.wording.say("letter.digest.valid", Digests.VALID.toHours()),
						this.wording.say("letter.digest.stranger")),
				List.of(), null);
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
			.map((tab) -> this.wording.say("letter.digest.count", this.wording.say(tab.label()),
					overview.counts().getOrDefault(tab, 0)))
			.collect(Collectors.joining(" · "));
		List<String> paragraphs = new ArrayList<>(List.of(counts));
		Instant oldest = overview.oldest();
		if (oldest != null) {
			paragraphs.add(this.wording.say("letter.digest.oldest", this.wording.minute(oldest)));
		}
		List<String> small = new ArrayList<>();
		int more = count(overview, work.stream().filter(DigestLetters::asksForPublication).toList()) - longest.size();
		if (more > 0) {
			small.add(this.wording.say("letter.digest.more", more));
		}
		small.add(this.wording.say("letter.digest.why." + frequency));
		return new Letter(Kind.DIGEST, key(accountId), address,
				this.wording.say("letter.digest.subject", all, this.site.name()), paragraphs,
				longest.stream().map(this::told).toList(),
				new Link(this.wording.say("letter.digest.do"),
						this.links.desk("/admin/comments?muc=" + work.get(0).parameter())),
				small,
				List.of(new Link(this.wording.say("letter.digest.settings"), this.links.desk(DigestLinks.SETTINGS)),
						new Link(this.wording.say("letter.end"), this.links.end(accountId))),
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
			.map((finding) -> this.wording.say("ground." + finding.ground()))
			.distinct()
			.collect(Collectors.joining(", "));
		return new Letter.News(item.authorName(), this.wording.minute(item.createdAt()),
				this.wording.say("letter.news.below", item.articleTitle()),
				Excerpt.of(CommentMarkup.words(item.html()), EXCERPT),
				reasons.isEmpty() ? "" : this.wording.say("letter.digest.reasons", reasons),
				decisions(item.publicId()));
	}

	private List<Link> decisions(String publicId) {
		return Stream.concat(
				DECISIONS.stream()
					.map((to) -> new Link(this.wording.say("letter.digest.decide." + to),
							this.links.desk(DecisionController.question(publicId, to)))),
				Stream.of(new Link(this.wording.say("letter.digest.look"),
						this.links.desk(CommentFilePage.path(publicId)))))
			.toList();
	}

	/** Stands where letters to readers have the hash of their key; no hash looks so. */
	static String key(long accountId) {
		return "account " + accountId;
	}

}
