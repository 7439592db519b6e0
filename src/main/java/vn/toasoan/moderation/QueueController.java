package vn.toasoan.moderation;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.toasoan.account.SignedIn;
import vn.toasoan.comment.Reason;
import vn.toasoan.web.NoSuchPage;

/**
 * The queue of comments. What is decided on it goes to {@link DecisionController}. At
 * most six SQL statements of its own.
 */
@Controller
class QueueController {

	private final Queue queue;

	private final Attachments attachments;

	private final WaitingBadge badge;

	private final Beats beats;

	private final Clock clock;

	QueueController(Queue queue, Attachments attachments, WaitingBadge badge, Beats beats, Clock clock) {
		this.queue = queue;
		this.attachments = attachments;
		this.badge = badge;
		this.beats = beats;
		this.clock = clock;
	}

	@GetMapping("/admin/comments")
	String show(@RequestParam(name = "muc", defaultValue = "cho-duyet") String tab,
			@RequestParam(name = "sau", defaultValue = "") String after,
			@RequestParam(name = "truoc", defaultValue = "") String before,
			@RequestParam(name = "chon", defaultValue = "") String picked, @AuthenticationPrincipal SignedIn moderator,
			Model model) {
		QueueTab current = QueueTab.of(tab).orElseThrow(() -> new NoSuchPage("tab " + tab));
		Beat beat = this.beats.of(moderator);
		QueueCursor cursor = QueueCursor.of(after, before);
		Instant now = this.clock.instant();
		model.addAttribute("tab", current);
		model.addAttribute("tabs", QueueTab.values());
		Queue.Overview overview = this.queue.overview(beat, now);
		model.addAttribute("counts", overview.counts());
		if (overview.oldest() != null) {
			model.addAttribute("oldest", overview.oldest());
			model.addAttribute("longest", Age.between(overview.oldest(), now));
		}
		model.addAttribute("storm", overview.storm());
		model.addAttribute("everywhere", beat.isAll());
		this.badge.keep(moderator, overview.oldest());
		QueuePage page = this.queue.page(current, beat, cursor);
		if (page.items().isEmpty() && cursor != null) {
			// Decisions have emptied this page: the queue goes on from its beginning.
			page = this.queue.page(current, beat, null);
			cursor = null;
		}
		model.addAttribute("page", page);
		model.addAttribute("attached", this.attachments.of(page.items()));
		model.addAttribute("here", here(current, cursor, after + before));
		model.addAttribute("picked", "tat-ca".equals(picked));
		model.addAttribute("reasons", Reason.editorial());
		model.addAttribute("now", now);
		return "admin/moderation/queue";
	}

	private static String here(QueueTab tab, @Nullable QueueCursor cursor, String written) {
		String place = "/admin/comments?muc=" + tab.parameter();
		return (cursor != null) ? place + (cursor.forward() ? "&sau=" : "&truoc=") + written : place;
	}

}
