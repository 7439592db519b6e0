package vn.toasoan.moderation;

import java.io.Serializable;

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
import vn.toasoan.web.Listing;
import vn.toasoan.web.NoSuchPage;

/**
 * The queue of comments, and the decisions made on it.
 */
@Controller
@RequestMapping("/admin/comments")
class QueueController {

	private final Queue queue;

	private final Moderation moderation;

	QueueController(Queue queue, Moderation moderation) {
		this.queue = queue;
		this.moderation = moderation;
	}

	@GetMapping
	String list(@RequestParam(name = "muc", defaultValue = "cho-duyet") String tab,
			@RequestParam(name = "trang", defaultValue = "1") int page, Model model) {
		QueueTab current = tab(tab);
		model.addAttribute("tab", current);
		model.addAttribute("tabs", QueueTab.values());
		model.addAttribute("counts", this.queue.counts());
		model.addAttribute("items", this.queue.list(current, Listing.checked(page)));
		return "admin/moderation/queue";
	}

	/**
	 * Takes a decision. The toast of the next page says what was done, and lets it be
	 * undone.
	 */
	@PostMapping("/{publicId}/decisions")
	String decide(@PathVariable String publicId, @RequestParam CommentStatus from, @RequestParam CommentStatus to,
			@RequestParam(name = "muc", defaultValue = "cho-duyet") String tab,
			@AuthenticationPrincipal SignedIn moderator, RedirectAttributes flash) {
		try {
			this.moderation.decide(publicId, from, to, moderator.actor());
			flash.addFlashAttribute("decided", to);
			if (Decisions.isAllowed(to, from)) {
				flash.addFlashAttribute("undo", new Undo(publicId, to, from));
			}
		}
		catch (Decisions.Answered ex) {
			flash.addFlashAttribute("warning", "queue.answered");
		}
		catch (Moderation.AlreadyDecided ex) {
			flash.addFlashAttribute("overtaken", ex.decided());
		}
		return "redirect:/admin/comments?muc=" + tab(tab).parameter();
	}

	private static QueueTab tab(String parameter) {
		return QueueTab.of(parameter).orElseThrow(() -> new NoSuchPage("tab " + parameter));
	}

	/**
	 * How to take a decision back. It waits in the session until the next page shows it.
	 */
	record Undo(String publicId, CommentStatus from, CommentStatus to) implements Serializable {
	}

}
