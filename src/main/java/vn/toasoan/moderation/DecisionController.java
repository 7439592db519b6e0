package vn.toasoan.moderation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toasoan.account.SignedIn;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Decisions;

/**
 * Decisions on comments, one by one and many at once. Each leads back to the page it was
 * made on, which tells what was done and lets it be taken back.
 */
@Controller
@RequestMapping("/admin/comments")
class DecisionController {

	private static final String QUEUE = "/admin/comments";

	private final Moderation moderation;

	private final DecisionBatches batches;

	private final CommentFilePage file;

	private final Beats beats;

	private final Clock clock;

	DecisionController(Moderation moderation, DecisionBatches batches, CommentFilePage file, Beats beats, Clock clock) {
		this.moderation = moderation;
		this.batches = batches;
		this.file = file;
		this.beats = beats;
		this.clock = clock;
	}

	/**
	 * The path of the page that asks whether to decide so.
	 */
	static String question(String publicId, CommentStatus to) {
		return CommentFilePage.path(publicId) + "/decisions?to=" + to;
	}

	/**
	 * Where a link of a digest leads: a comment that waits, and its decision as one
	 * button, or a button for each reason. Nothing is decided by looking.
	 */
	@GetMapping("/{publicId}/decisions")
	String ask(@PathVariable String publicId, @RequestParam Verdict to, @AuthenticationPrincipal SignedIn moderator,
			Model model) {
		this.file.show(publicId, moderator, model);
		model.addAttribute("verdict", to.on(CommentStatus.PENDING).to().name());
		return "admin/moderation/decision";
	}

	@PostMapping("/{publicId}/decisions")
	String decide(@PathVariable String publicId, @RequestParam CommentStatus from, @RequestParam Verdict to,
			@RequestParam(name = "luc", required = false) @Nullable Instant seen,
			@RequestParam(name = "ve", defaultValue = QUEUE) String back, @AuthenticationPrincipal SignedIn moderator,
			RedirectAttributes flash) {
		return decide(List.of(new Choice(publicId, from)), to, seen, back, moderator, flash);
	}

	@PostMapping("/decisions")
	String decideMany(@RequestParam(name = "chon", defaultValue = "") List<Choice> choices, @RequestParam Verdict to,
			@RequestParam(name = "luc", required = false) @Nullable Instant seen,
			@RequestParam(name = "ve", defaultValue = QUEUE) String back, @AuthenticationPrincipal SignedIn moderator,
			RedirectAttributes flash) {
		if (choices.isEmpty()) {
			flash.addFlashAttribute("warning", "queue.none-picked");
			return Back.redirect(back);
		}
		return decide(choices, to, seen, back, moderator, flash);
	}

	private String decide(List<Choice> choices, Verdict verdict, @Nullable Instant seen, String back,
			SignedIn moderator, RedirectAttributes flash) {
		flash.addFlashAttribute("outcome",
				this.moderation.decide(choices, verdict, seen, moderator, this.beats.of(moderator)));
		return Back.redirect(back);
	}

	@GetMapping("/decisions")
	String latest(@AuthenticationPrincipal SignedIn moderator, Model model) {
		model.addAttribute("batches", this.batches.latest(moderator.actor(), this.clock.instant()));
		model.addAttribute("minutes", DecisionBatches.UNDOABLE.toMinutes());
		return "admin/moderation/decisions";
	}

	@PostMapping("/decisions/{batch}/reversal")
	String takeBack(@PathVariable long batch, @RequestParam(name = "ve", defaultValue = QUEUE) String back,
			@AuthenticationPrincipal SignedIn moderator, RedirectAttributes flash) {
		try {
			flash.addFlashAttribute("outcome", this.moderation.takeBack(batch, moderator));
		}
		catch (Moderation.TooLate ex) {
			flash.addFlashAttribute("warning", "queue.too-late");
		}
		return Back.redirect(back);
	}

}
