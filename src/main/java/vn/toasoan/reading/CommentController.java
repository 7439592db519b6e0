package vn.toasoan.reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.toasoan.article.PublishedArticle;
import vn.toasoan.article.PublishedArticles;
import vn.toasoan.comment.Admission;
import vn.toasoan.comment.CommentForm;
import vn.toasoan.comment.Limits;
import vn.toasoan.comment.Posting;
import vn.toasoan.comment.ProofOfWork;
import vn.toasoan.comment.ReaderCookie;
import vn.toasoan.comment.ReaderCookie.Reader;
import vn.toasoan.comment.Storms;
import vn.toasoan.comment.Threads;
import vn.toasoan.comment.Verifier;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.subscription.Confirmations;
import vn.toasoan.text.CommentMarkup;
import vn.toasoan.web.Freshness;

/**
 * Takes what the form below an article sends. Whatever is wrong, the page comes back with
 * the text in the form.
 */
@Controller
class CommentController {

	private final PublishedArticles articles;

	private final ArticlePage page;

	private final Posting posting;

	private final Threads threads;

	private final Confirmations confirmations;

	private final ProofOfWork proofs;

	private final ReaderCookie cookie;

	private final SiteSettings site;

	CommentController(PublishedArticles articles, ArticlePage page, Posting posting, Threads threads,
			Confirmations confirmations, ProofOfWork proofs, ReaderCookie cookie, SiteSettings site) {
		this.articles = articles;
		this.page = page;
		this.posting = posting;
		this.threads = threads;
		this.confirmations = confirmations;
		this.proofs = proofs;
		this.cookie = cookie;
		this.site = site;
	}

	@PostMapping("/bai-viet/{slug}/binh-luan")
	ModelAndView post(@PathVariable String slug, @ModelAttribute("form") CommentForm form, BindingResult errors,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		PublishedArticle article = this.articles.get(slug);
		Reader reader = this.cookie.read(request).orElse(null);
		HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
		form.check(errors);
		if (!errors.hasErrors() && form.isPreview()) {
			model.addAttribute("preview", CommentMarkup.toHtml(form.body()));
			status = HttpStatus.OK;
		}
		else if (!errors.hasErrors()) {
			try {
				Reader author = (reader != null) ? reader : this.cookie.newReader();
				var receipt = this.posting.post(
						form.submission(article.id(), article.revision(), author.key(), request.getRemoteAddr()),
						reader == null);
				return taken(article, receipt, author, reader == null, form, response);
			}
			catch (Verifier.AddressNeeded ex) {
				errors.rejectValue("email", switch (ex.why()) {
					case TO_COMMENT -> "comment.email.needed";
					case TO_FOLLOW -> "comment.email.follow";
					case UNDELIVERABLE -> "comment.email.invalid";
				});
			}
			catch (Verifier.TooManyLetters ex) {
				Limits.TooMany limit = ex.limit();
				var again = ComeAgain.after(limit, this.site.zone());
				errors.rejectValue("email", "comment.email.too-many", new Object[] { again.time() }, null);
				response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(limit.seconds()));
				status = HttpStatus.TOO_MANY_REQUESTS;
			}
			catch (Posting.ParentGone ex) {
				errors.reject("comment.parent-gone");
				status = HttpStatus.CONFLICT;
			}
			catch (Posting.ThreadTooDeep ex) {
				errors.reject("comment.too-deep");
			}
			catch (Storms.Raging ex) {
				model.addAttribute("sum", this.proofs.newSum());
			}
			catch (Posting.DiscussionClosed ex) {
				closed(ex, errors);
				status = HttpStatus.FORBIDDEN;
			}
			catch (Admission.Banned ex) {
				errors.reject("comment.banned", new Object[] { ComeAgain.minute(ex.until(), this.site.zone()) }, null);
				status = HttpStatus.FORBIDDEN;
			}
			catch (Admission.Warned ex) {
				ex.words().forEach((words) -> errors.reject("comment.warned", new Object[] { words }, null));
			}
			catch (Limits.TooMany ex) {
				ComeAgain.after(ex, this.site.zone()).refuse(errors, response);
				status = HttpStatus.TOO_MANY_REQUESTS;
			}
		}
		if (form.isAsked()) {
			model.addAttribute("sum", this.proofs.newSum());
		}
		String view = this.page.show(article, ArticlePage.View.first(form.parent()), reader, model, response);
		Freshness.forOneReader(response);
		return new ModelAndView(view, model.asMap(), status);
	}

	private void closed(Posting.DiscussionClosed closed, BindingResult errors) {
		if (closed.since() != null) {
			errors.reject("comment.closed.since", new Object[] { ComeAgain.minute(closed.since(), this.site.zone()) },
					null);
		}
		else {
			errors.reject("comment.closed");
		}
	}

	/**
	 * Leads to where the comment stands. One that waits is shown to its writer, who is
	 * known by the cookie; for a browser that keeps none, the address says that it was
	 * received. A newcomer's first comment stands there with the link to manage it.
	 */
	private ModelAndView taken(PublishedArticle article, Posting.Receipt receipt, Reader author, boolean newcomer,
			CommentForm form, HttpServletResponse response) {
		if (receipt.own()) {
			this.cookie.write(response, author.key(), form.remembers() ? form.name() : "");
		}
		if (receipt.own() && this.confirmations.isAwaitedFrom(author.key())) {
			return new ModelAndView(SeeOther.to(article.path() + "?da-nhan=" + receipt.publicId() + "&thu=da-gui#thu"));
		}
		String below = (receipt.below() != null) ? receipt.below() : receipt.published()
				? this.threads.place(receipt.publicId(), author.key()).map(Threads.Place::below).orElse("#binh-luan")
				: "#bl-" + receipt.publicId();
		boolean says = !receipt.published() || (newcomer && receipt.own());
		return new ModelAndView(
				SeeOther.to(article.path() + (says ? OwnMarks.received(below, receipt.publicId()) : below)));
	}

}
