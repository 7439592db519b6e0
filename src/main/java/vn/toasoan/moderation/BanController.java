package vn.toasoan.moderation;

import java.time.Clock;

import jakarta.servlet.http.HttpServletResponse;

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
import vn.toasoan.comment.Bans;

/**
 * The bans: which there are, and new ones, each of which can be looked at before it is
 * made. Who looks after some topics only sees those on writers of these topics, and
 * neither makes nor lifts any.
 */
@Controller
@RequestMapping("/admin/comments/bans")
class BanController {

	private static final String LIST = "/admin/comments/bans";

	private final WriterDesk desk;

	private final WriterFiles files;

	private final Bans bans;

	private final Beats beats;

	private final WholeSite wholeSite;

	private final Clock clock;

	BanController(WriterDesk desk, WriterFiles files, Bans bans, Beats beats, WholeSite wholeSite, Clock clock) {
		this.desk = desk;
		this.files = files;
		this.bans = bans;
		this.beats = beats;
		this.wholeSite = wholeSite;
		this.clock = clock;
	}

	@GetMapping
	String list(@AuthenticationPrincipal SignedIn editor, Model model) {
		Beat beat = this.beats.of(editor);
		model.addAttribute("bans", this.files.bans(beat));
		model.addAttribute("everywhere", beat.isAll());
		model.addAttribute("now", this.clock.instant());
		return "admin/moderation/bans";
	}

	@GetMapping("/new")
	String form(@RequestParam(name = "nguoi", defaultValue = "") String writer,
			@RequestParam(name = "mang", defaultValue = "") String network, @AuthenticationPrincipal SignedIn editor,
			Model model) {
		this.wholeSite.require(editor);
		model.addAttribute("form", BanForm.about(writer, network));
		return "admin/moderation/ban";
	}

	@PostMapping
	String ban(@ModelAttribute("form") BanForm form, BindingResult errors, @AuthenticationPrincipal SignedIn editor,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		this.wholeSite.require(editor);
		form.check(this.bans, errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return "admin/moderation/ban";
		}
		if (!form.isMeant()) {
			model.addAttribute("hit", this.bans.preview(form.chosen(), form.subject(this.bans)));
			model.addAttribute("days", Bans.PREVIEWED.toDays());
			return "admin/moderation/ban";
		}
		this.desk.ban(form, editor);
		flash.addFlashAttribute("notice", "ban.made");
		return Back.redirect(form.writer().isEmpty() ? LIST : WriterController.path(form.writer()));
	}

	@PostMapping("/{id}/lifting")
	String lift(@PathVariable long id, @RequestParam(name = "ve", defaultValue = LIST) String back,
			@AuthenticationPrincipal SignedIn editor, RedirectAttributes flash) {
		this.wholeSite.require(editor);
		boolean lifted = this.desk.lift(id, editor);
		flash.addFlashAttribute(lifted ? "notice" : "warning", lifted ? "ban.lifted" : "ban.over");
		return Back.redirect(back);
	}

}
