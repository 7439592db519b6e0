package vn.toasoan.legal;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toasoan.account.SignedIn;
import vn.toasoan.comment.Decisions;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.web.Freshness;

/**
 * One request by law: what it asks for, and what editors do about it. What is no longer
 * possible is said on the same page.
 */
@Controller
@RequestMapping(LegalRequest.PATH + "/{number}")
class CaseController {

	private final CasePage page;

	private final LegalDesk desk;

	private final EvidenceRoom room;

	private final Steps steps;

	private final LegalBadge badge;

	private final Places places;

	private final SiteSettings site;

	private final Clock clock;

	CaseController(CasePage page, LegalDesk desk, EvidenceRoom room, Steps steps, LegalBadge badge, Places places,
			SiteSettings site, Clock clock) {
		this.page = page;
		this.desk = desk;
		this.room = room;
		this.steps = steps;
		this.badge = badge;
		this.places = places;
		this.site = site;
		this.clock = clock;
	}

	@GetMapping
	String show(@PathVariable String number, Model model) {
		return this.page.show(number, model);
	}

	@PostMapping("/place")
	String place(@PathVariable String number, @ModelAttribute("place") PlaceForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn editor, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		form.check(errors, this.places);
		if (errors.hasErrors()) {
			return again(number, "place", model, response, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Place place = Place.of(form.target(), this.site).orElseThrow();
		return after(number, flash, "legal.placed", () -> this.desk.place(number, place, editor.actor()));
	}

	@PostMapping("/deadline")
	String postpone(@PathVariable String number, @ModelAttribute("deadline") DeadlineForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn editor, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		this.page.find(number);
		form.check(errors, this.site.zone(), this.clock.instant());
		if (errors.hasErrors()) {
			return again(number, "deadline", model, response, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Instant due = Objects.requireNonNull(form.due(this.site.zone()));
		return after(number, flash, "legal.postponed",
				() -> this.desk.postpone(number, due, form.why(), editor.actor()));
	}

	@PostMapping("/evidence")
	String freeze(@PathVariable String number, @AuthenticationPrincipal SignedIn editor, RedirectAttributes flash) {
		return after(number, flash, "legal.frozen", () -> this.desk.freeze(number, editor.actor()));
	}

	@PostMapping("/removal")
	String remove(@PathVariable String number, @AuthenticationPrincipal SignedIn editor, RedirectAttributes flash) {
		return after(number, flash, null,
				() -> flash.addFlashAttribute("curated", this.desk.remove(number, editor.actor())));
	}

	@PostMapping("/answer")
	String answer(@PathVariable String number, @ModelAttribute("answered") AnswerForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn editor, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		form.check(errors);
		if (errors.hasErrors()) {
			return again(number, "answer", model, response, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.desk.answer(number, form, editor.actor());
			this.badge.forget();
			flash.addFlashAttribute("notice", "legal.answered");
			return back(number);
		}
		catch (LegalDesk.Overtaken ex) {
			errors.reject("legal.overtaken");
			return again(number, "answer", model, response, HttpStatus.CONFLICT);
		}
		catch (LegalDesk.Ended ex) {
			errors.reject("legal.answer.ended");
			return again(number, "answer", model, response, HttpStatus.CONFLICT);
		}
	}

	@PostMapping("/closing")
	String end(@PathVariable String number, @AuthenticationPrincipal SignedIn editor, RedirectAttributes flash) {
		return after(number, flash, "legal.ended", () -> this.desk.end(number, editor.actor()));
	}

	@PostMapping("/reopening")
	String reopen(@PathVariable String number, @ModelAttribute("reopening") DeadlineForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn editor, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		this.page.find(number);
		form.check(errors, this.site.zone(), this.clock.instant());
		if (errors.hasErrors()) {
			return again(number, "reopening", model, response, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Instant due = Objects.requireNonNull(form.due(this.site.zone()));
		return after(number, flash, "legal.reopened", () -> this.desk.reopen(number, due, form.why(), editor.actor()));
	}

	@PostMapping(path = "/export", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	CaseFile export(@PathVariable String number, @AuthenticationPrincipal SignedIn editor,
			HttpServletResponse response) {
		LegalRequest request = this.desk.exported(number, editor.actor());
		Freshness.forOneReader(response);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(request.number() + ".json").build().toString());
		return CaseFile.of(this.site.origin(), request, this.room.of(request), this.steps.of(request));
	}

	/**
	 * @param form the one that was not taken
	 */
	private String again(String number, String form, Model model, HttpServletResponse response, HttpStatus status) {
		response.setStatus(status.value());
		model.addAttribute("wrong", form);
		return this.page.show(number, model);
	}

	private String after(String number, RedirectAttributes flash, @Nullable String notice, Runnable work) {
		try {
			work.run();
			this.badge.forget();
			if (notice != null) {
				flash.addFlashAttribute("notice", notice);
			}
		}
		catch (LegalDesk.Ended ex) {
			flash.addFlashAttribute("warning", "legal.over");
		}
		catch (LegalDesk.Purged ex) {
			flash.addFlashAttribute("warning", "legal.purged");
		}
		catch (LegalDesk.StillOpen ex) {
			flash.addFlashAttribute("warning", "legal.open");
		}
		catch (LegalDesk.Unanswered ex) {
			flash.addFlashAttribute("warning", "legal.unanswered");
		}
		catch (LegalDesk.Elsewhere ex) {
			flash.addFlashAttribute("warning", "legal.elsewhere");
		}
		catch (EvidenceRoom.NothingLeft ex) {
			flash.addFlashAttribute("warning", "legal.nothing-left");
		}
		catch (Decisions.ImpossibleDecision ex) {
			flash.addFlashAttribute("warning", "legal.not-removable");
		}
		return back(number);
	}

	private static String back(String number) {
		return "redirect:" + LegalRequest.PATH + "/" + number;
	}

}
