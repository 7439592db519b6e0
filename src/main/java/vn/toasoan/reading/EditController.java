package vn.toasoan.reading;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.toasoan.comment.Admission;
import vn.toasoan.comment.EditForm;
import vn.toasoan.comment.Edits;
import vn.toasoan.comment.Limits;
import vn.toasoan.comment.OwnComment;
import vn.toasoan.comment.OwnComments;
import vn.toasoan.comment.Posting;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.text.CommentMarkup;
import vn.toasoan.web.Freshness;

/**
 * A writer changes a comment. Whatever is wrong, the page comes back with the text.
 */
@Controller
@RequestMapping("/bl/{publicId}/sua")
class EditController {

	private final OwnComments comments;

	private final Edits edits;

	private final OwnReader reader;

	private final SiteSettings site;

	private final Clock clock;

	EditController(OwnComments comments, Edits edits, OwnReader reader, SiteSettings site, Clock clock) {
		this.comments = comments;
		this.edits = edits;
		this.reader = reader;
		this.site = site;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView open(@PathVariable String publicId, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		OwnComment comment = this.comments.get(publicId, this.reader.of(request).key());
		model.addAttribute("form", EditForm.of(comment));
		return show(comment, HttpStatus.OK, model, response);
	}

	@PostMapping
	ModelAndView edit(@PathVariable String publicId, @ModelAttribute("form") EditForm form, BindingResult errors,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		ReaderKey writer = this.reader.of(request).key();
		HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
		form.check(errors);
		if (!errors.hasErrors() && form.isPreview()) {
			model.addAttribute("preview", CommentMarkup.toHtml(form.body()));
			status = HttpStatus.OK;
		}
		else if (!errors.hasErrors()) {
			try {
				boolean published = this.edits.edit(publicId, form, writer, request.getRemoteAddr());
				return new ModelAndView(
						SeeOther.to(published ? "/bl/" + publicId : OwnCommentsController.PATH + "#bl-" + publicId));
			}
			catch (Edits.TooLate ex) {
				status = HttpStatus.CONFLICT;
			}
			catch (Edits.ChangedMeanwhile ex) {
				errors.reject("edit.changed");
				model.addAttribute("changed", true);
				status = HttpStatus.CONFLICT;
			}
			catch (Edits.SaidBefore ex) {
				errors.reject("edit.same");
			}
			catch (Posting.DiscussionClosed ex) {
				errors.reject("comment.closed");
				status = HttpStatus.FORBIDDEN;
			}
			catch (Admission.Banned ex) {
				errors.reject("comment.banned", new Object[] { ComeAgain.minute(ex.until(), this.site.zone()) }, null);
				status = HttpStatus.FORBIDDEN;
			}
			catch (Limits.TooMany ex) {
				ComeAgain.after(ex, this.site.zone()).refuse(errors, response);
				status = HttpStatus.TOO_MANY_REQUESTS;
			}
		}
		model.addAttribute("typed", form.body());
		return show(this.comments.get(publicId, writer), status, model, response);
	}

	private ModelAndView show(OwnComment comment, HttpStatus status, Model model, HttpServletResponse response) {
		model.addAttribute("comment", comment);
		model.addAttribute("editable", comment.mayBeEdited(this.clock.instant()));
		Freshness.forOneReader(response);
		return new ModelAndView("reading/edit", model.asMap(), status);
	}

}
