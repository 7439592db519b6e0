package vn.toasoan.moderation;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toasoan.account.SignedIn;
import vn.toasoan.comment.Decisions;
import vn.toasoan.comment.Posting;
import vn.toasoan.comment.Redactions;
import vn.toasoan.comment.Showcase;

/**
 * Answers in the newsroom's name, pins and features. Each leads back to a page that tells
 * what was done and lets it be taken back.
 */
@Controller
@RequestMapping("/admin/comments/{publicId}")
class CurationController {

	private static final String QUEUE = "/admin/comments";

	/** What is written here is Vietnamese, whatever language the interface has. */
	private static final Locale CONTENT = Locale.forLanguageTag("vi");

	private final Curation curation;

	private final Decisions decisions;

	private final CommentFilePage page;

	private final MessageSource messages;

	CurationController(Curation curation, Decisions decisions, CommentFilePage page, MessageSource messages) {
		this.curation = curation;
		this.decisions = decisions;
		this.page = page;
		this.messages = messages;
	}

	@PostMapping("/reply")
	String reply(@PathVariable String publicId, @ModelAttribute("reply") ReplyForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn editor, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		form.check(errors);
		if (!errors.hasErrors()) {
			try {
				Long batch = this.curation.reply(publicId, form.body(), editor);
				flash.addFlashAttribute("curated", Curated.reply(batch));
				return CommentFilePage.redirect(publicId);
			}
			catch (Posting.ParentGone ex) {
				errors.rejectValue("body", "desk.reply.gone");
			}
			catch (Posting.ThreadTooDeep ex) {
				errors.rejectValue("body", "desk.reply.too-deep");
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return this.page.show(publicId, editor, model);
	}

	@PostMapping("/pin")
	String pin(@PathVariable String publicId, @RequestParam boolean on,
			@RequestParam(name = "ve", defaultValue = QUEUE) String back, @AuthenticationPrincipal SignedIn editor,
			RedirectAttributes flash) {
		try {
			tell(this.curation.pin(publicId, on, editor)
				.map((name) -> new Curated(on ? "pinned" : "unpinned", name, pathOf(publicId, "pin"), !on)), flash);
		}
		catch (Showcase.TooManyPinned ex) {
			flash.addFlashAttribute("warning", "curation.too-many-pinned");
		}
		return Back.redirect(back);
	}

	@PostMapping("/feature")
	String feature(@PathVariable String publicId, @RequestParam boolean on,
			@RequestParam(name = "ve", defaultValue = QUEUE) String back, @AuthenticationPrincipal SignedIn editor,
			RedirectAttributes flash) {
		tell(this.curation.feature(publicId, on, editor)
			.map((name) -> new Curated(on ? "featured" : "unfeatured", name, pathOf(publicId, "feature"), !on)), flash);
		return Back.redirect(back);
	}

	@PostMapping("/keep")
	String keep(@PathVariable String publicId, @RequestParam(name = "luc", required = false) @Nullable Instant seen,
			@RequestParam(name = "ve", defaultValue = QUEUE) String back, @AuthenticationPrincipal SignedIn editor,
			RedirectAttributes flash) {
		this.curation.keep(publicId, seen, editor)
			.ifPresentOrElse((kept) -> flash.addFlashAttribute("curated", kept),
					() -> flash.addFlashAttribute("outcome", Outcome.overtaken(this.decisions.last(publicId))));
		return Back.redirect(back);
	}

	@PostMapping("/redaction")
	String redact(@PathVariable String publicId, @ModelAttribute("redaction") RedactionForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn editor, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		form.check(errors);
		if (!errors.hasErrors()) {
			try {
				Optional<Integer> edits = this.curation.redact(publicId, form, words(form.mark()),
						RedactionForm.marks().stream().map(this::words).toList(), editor);
				if (edits.isPresent()) {
					flash.addFlashAttribute("curated", Curated.redaction(pathOf(publicId, "redaction"), edits.get()));
					return CommentFilePage.redirect(publicId);
				}
				errors.rejectValue("passage", "redaction.passage.absent");
			}
			catch (Redactions.TouchesMark ex) {
				errors.rejectValue("passage", "redaction.passage.marked");
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return this.page.show(publicId, editor, model);
	}

	private String words(String mark) {
		return this.messages.getMessage(mark, null, CONTENT);
	}

	@PostMapping("/redaction/{edits}/reversal")
	String restore(@PathVariable String publicId, @PathVariable int edits, @AuthenticationPrincipal SignedIn editor,
			RedirectAttributes flash) {
		this.curation.restore(publicId, edits, editor)
			.ifPresentOrElse((name) -> flash.addFlashAttribute("notice", "curation.uncovered"),
					() -> flash.addFlashAttribute("warning", "curation.changed-since"));
		return CommentFilePage.redirect(publicId);
	}

	private static String pathOf(String publicId, String what) {
		return QUEUE + "/" + publicId + "/" + what;
	}

	private static void tell(Optional<Curated> done, RedirectAttributes flash) {
		done.ifPresentOrElse((curated) -> flash.addFlashAttribute("curated", curated),
				() -> flash.addFlashAttribute("warning", "curation.unchanged"));
	}

}
