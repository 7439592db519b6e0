package vn.toasoan.moderation;

import java.time.Clock;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toasoan.account.SignedIn;
import vn.toasoan.comment.Reason;

/**
 * The page of one writer at the desk. At most six SQL statements of its own. Whom the
 * whole site trusts is, like bans, for those who look after all topics.
 */
@Controller
@RequestMapping("/admin/comments/writers/{key}")
class WriterController {

	private final WriterFiles files;

	private final WriterDesk desk;

	private final Moderation moderation;

	private final Beats beats;

	private final WholeSite wholeSite;

	private final Clock clock;

	WriterController(WriterFiles files, WriterDesk desk, Moderation moderation, Beats beats, WholeSite wholeSite,
			Clock clock) {
		this.files = files;
		this.desk = desk;
		this.moderation = moderation;
		this.beats = beats;
		this.wholeSite = wholeSite;
		this.clock = clock;
	}

	@GetMapping
	String show(@PathVariable String key, @RequestParam(name = "sau", defaultValue = "") String after,
			@RequestParam(name = "truoc", defaultValue = "") String before, @AuthenticationPrincipal SignedIn editor,
			Model model) {
		return show(key, QueueCursor.of(after, before), editor, new NoteForm("", ""), model);
	}

	private String show(String key, @Nullable QueueCursor cursor, SignedIn editor, NoteForm form, Model model) {
		Beat beat = this.beats.of(editor);
		model.addAttribute("file", this.files.of(key, beat, cursor));
		model.addAttribute("everywhere", beat.isAll());
		model.addAttribute("here", path(key));
		model.addAttribute("reasons", Reason.editorial());
		model.addAttribute("most", Moderation.MAX_FOUND);
		model.addAttribute("now", this.clock.instant());
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", form);
		}
		return "admin/moderation/writer";
	}

	@PostMapping("/notes")
	String note(@PathVariable String key, @ModelAttribute("form") NoteForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn editor, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		require(key, editor);
		form.check(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(key, null, editor, form, model);
		}
		this.desk.note(key, form, editor);
		flash.addFlashAttribute("notice", form.isWarning() ? "writer.warned" : "writer.noted");
		return Back.redirect(path(key));
	}

	@PostMapping("/trust")
	String trust(@PathVariable String key, @RequestParam boolean on, @AuthenticationPrincipal SignedIn editor,
			RedirectAttributes flash) {
		require(key, editor);
		this.wholeSite.require(editor);
		this.desk.trust(key, on, editor);
		flash.addFlashAttribute("notice", on ? "writer.trusted" : "writer.untrusted");
		return Back.redirect(path(key));
	}

	@PostMapping("/removal")
	String remove(@PathVariable String key, @RequestParam Verdict to, @AuthenticationPrincipal SignedIn editor,
			RedirectAttributes flash) {
		require(key, editor);
		List<Choice> choices = this.files.removable(key, this.beats.of(editor), Moderation.MAX_FOUND);
		if (!choices.isEmpty()) {
			Outcome outcome = this.moderation.decideFound(choices, to, editor);
			this.desk.removed(key, outcome.number(), editor);
			flash.addFlashAttribute("outcome", outcome);
		}
		return Back.redirect(path(key));
	}

	private void require(String key, SignedIn editor) {
		this.files.require(key, this.beats.of(editor));
	}

	static String path(String key) {
		return "/admin/comments/writers/" + key;
	}

}
