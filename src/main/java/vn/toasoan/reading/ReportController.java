package vn.toasoan.reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.toasoan.article.PublishedArticles;
import vn.toasoan.comment.CommentView;
import vn.toasoan.comment.Limits;
import vn.toasoan.comment.ReaderCookie;
import vn.toasoan.comment.ReaderCookie.Reader;
import vn.toasoan.comment.ReportForm;
import vn.toasoan.comment.ReportReason;
import vn.toasoan.comment.Reports;
import vn.toasoan.comment.Threads;
import vn.toasoan.site.Secrets;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.web.Freshness;
import vn.toasoan.web.NoSuchPage;

/**
 * The page on which a reader reports a comment, and the thanks.
 */
@Controller
@RequestMapping("/bl/{publicId}/bao-cao")
class ReportController {

	/** What the signature of a receipt is for. */
	private static final String RECEIPT = "report receipt";

	private final PublishedArticles articles;

	private final Threads threads;

	private final Reports reports;

	private final ReaderCookie cookie;

	private final Secrets secrets;

	private final SiteSettings site;

	ReportController(PublishedArticles articles, Threads threads, Reports reports, ReaderCookie cookie, Secrets secrets,
			SiteSettings site) {
		this.articles = articles;
		this.threads = threads;
		this.reports = reports;
		this.cookie = cookie;
		this.secrets = secrets;
		this.site = site;
	}

	@GetMapping
	ModelAndView form(@PathVariable String publicId, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		model.addAttribute("form", new ReportForm("", ""));
		return show(publicId, this.cookie.read(request).orElse(null), model, response, HttpStatus.OK);
	}

	@PostMapping
	ModelAndView report(@PathVariable String publicId, @ModelAttribute("form") ReportForm form, BindingResult errors,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		Reader known = this.cookie.read(request).orElse(null);
		form.check(errors);
		if (errors.hasErrors()) {
			return show(publicId, known, model, response, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Reader reader = (known != null) ? known : this.cookie.newReader();
		boolean first;
		try {
			first = this.reports.report(publicId, form, reader.key(), known == null, request.getRemoteAddr());
		}
		catch (Limits.TooMany ex) {
			ComeAgain.after(ex, this.site.zone()).refuse(errors, response);
			return show(publicId, known, model, response, HttpStatus.TOO_MANY_REQUESTS);
		}
		if (known == null) {
			this.cookie.write(response, reader.key(), "");
		}
		return new ModelAndView(SeeOther.to("/bl/" + publicId + "/bao-cao/" + (first ? "da-nhan" : "da-co")
				+ "?bien-nhan=" + this.secrets.sign(RECEIPT, publicId)));
	}

	private ModelAndView show(String publicId, @Nullable Reader reader, Model model, HttpServletResponse response,
			HttpStatus status) {
		CommentView comment = this.threads.published(publicId, (reader != null) ? reader.key() : null)
			.filter(CommentView::mayBeJudged)
			.orElseThrow(() -> new NoSuchPage("comment to report " + publicId));
		model.addAttribute("comment", comment);
		model.addAttribute("reasons", ReportReason.values());
		Freshness.forOneReader(response);
		return new ModelAndView("reading/report", model.asMap(), status);
	}

	/**
	 * The comment may be gone by now, so nothing of it is shown: where it stood is found
	 * when the link is followed. The receipt says that the comment was reported: not all
	 * reports from one network are kept, and not every browser keeps the cookie.
	 */
	@GetMapping({ "/da-nhan", "/da-co" })
	String thanks(@PathVariable String publicId, @RequestParam(name = "bien-nhan", defaultValue = "") String receipt,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		if (!this.secrets.isSigned(RECEIPT, publicId, receipt)) {
			throw new NoSuchPage("thanks for a report");
		}
		Reader reader = this.cookie.read(request).orElse(null);
		var place = this.threads.place(publicId, (reader != null) ? reader.key() : null);
		model.addAttribute("again", request.getRequestURI().endsWith("/da-co"));
		model.addAttribute("back", place.map((one) -> this.articles.path(one.articleId()) + one.below()).orElse("/"));
		Freshness.forOneReader(response);
		return "reading/reported";
	}

}
