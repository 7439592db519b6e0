package vn.toasoan.article;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
import vn.toasoan.site.SiteSettings;
import vn.toasoan.tag.TopicDirectory;
import vn.toasoan.tag.TopicLink;
import vn.toasoan.text.CommentText;
import vn.toasoan.text.Typography;
import vn.toasoan.text.Markdown;
import vn.toasoan.text.RenderedText;
import vn.toasoan.web.Listing;
import vn.toasoan.web.LocalTimes;
import vn.toasoan.web.SameMoment;

/**
 * The desk's pages for articles: list, editor, publication, correction.
 */
@Controller
@RequestMapping("/admin/articles")
class ArticleDeskController {

	private final ArticleDesk desk;

	private final DeskArticles articles;

	private final TopicDirectory topics;

	private final SiteSettings site;

	private final Clock clock;

	ArticleDeskController(ArticleDesk desk, DeskArticles articles, TopicDirectory topics, SiteSettings site,
			Clock clock) {
		this.desk = desk;
		this.articles = articles;
		this.topics = topics;
		this.site = site;
		this.clock = clock;
	}

	@ModelAttribute("sections")
	List<TopicLink> sections() {
		return this.topics.sections();
	}

	@GetMapping
	String list(@RequestParam(name = "trang-thai", required = false) @Nullable ArticleStatus status,
			@RequestParam(name = "trang", defaultValue = "1") int page, @AuthenticationPrincipal SignedIn editor,
			Model model) {
		model.addAttribute("articles", this.articles.list(status, editor, Listing.checked(page)));
		model.addAttribute("status", status);
		model.addAttribute("statuses", ArticleStatus.values());
		return "admin/article/list";
	}

	@GetMapping("/new")
	String begin(@AuthenticationPrincipal SignedIn editor, Model model) {
		model.addAttribute("form", ArticleForm.empty(editor.displayName()));
		return "admin/article/edit";
	}

	@PostMapping
	String create(@Valid @ModelAttribute("form") ArticleForm form, BindingResult errors,
			@RequestParam(required = false) @Nullable String action, @AuthenticationPrincipal SignedIn editor,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		check(form, errors);
		if (isPreview(action)) {
			preview(form, errors, model);
			return "admin/article/edit";
		}
		if (!errors.hasErrors()) {
			try {
				long id = SameMoment.insist(() -> this.desk.create(form.text(), form.slug(), form.sectionId(),
						form.tagNames(), editor.actor()));
				flash.addFlashAttribute("notice", "article.created");
				return "redirect:/admin/articles/" + id;
			}
			catch (ArticleDesk.PathTaken ex) {
				errors.rejectValue("slug", "article.slug.taken");
			}
			catch (Article.BodyTooLong ex) {
				errors.rejectValue("body", "article.body.markup");
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "admin/article/edit";
	}

	@GetMapping("/{id}")
	String edit(@PathVariable long id, @AuthenticationPrincipal SignedIn editor, Model model) {
		ArticleDraft article = this.desk.open(id, editor);
		model.addAttribute("form", ArticleForm.of(article));
		return editor(article, model);
	}

	@PostMapping("/{id}")
	String revise(@PathVariable long id, @Valid @ModelAttribute("form") ArticleForm form, BindingResult errors,
			@RequestParam(required = false) @Nullable String action, @AuthenticationPrincipal SignedIn editor,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		check(form, errors);
		if (isPreview(action)) {
			preview(form, errors, model);
			return editor(this.desk.open(id, editor), model);
		}
		if (!errors.hasErrors()) {
			try {
				SameMoment.insist(() -> this.desk.revise(id, form.basis(), form.text(), form.slug(), form.sectionId(),
						form.tagNames(), editor));
				flash.addFlashAttribute("notice", "article.saved");
				return "redirect:/admin/articles/" + id;
			}
			catch (ArticleDesk.PathTaken ex) {
				errors.rejectValue("slug", "article.slug.taken");
			}
			catch (Article.BodyTooLong ex) {
				errors.rejectValue("body", "article.body.markup");
			}
			catch (ArticleDesk.Overtaken ex) {
				return overtaken(this.desk.open(id, editor), form, model, response);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return editor(this.desk.open(id, editor), model);
	}

	/**
	 * Shows the text that was saved meanwhile beside the one that was not; saving again
	 * replaces it knowingly.
	 */
	private String overtaken(ArticleDraft theirs, ArticleForm mine, Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.CONFLICT.value());
		model.addAttribute("comparison", comparison(ArticleForm.of(theirs), mine));
		model.addAttribute("form", mine.basedOn(theirs.revision()));
		return editor(theirs, model);
	}

	@PostMapping("/{id}/publication")
	String publish(@PathVariable long id, @RequestParam(defaultValue = "") String from,
			@AuthenticationPrincipal SignedIn editor, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		Instant now = this.clock.instant();
		Instant start = from.isBlank() ? now : LocalTimes.read(from, this.site.zone());
		String error = "article.from.invalid";
		if (start != null) {
			try {
				this.desk.publish(id, start, editor.actor());
				flash.addFlashAttribute("notice", start.isAfter(now) ? "article.scheduled" : "article.published");
				return "redirect:/admin/articles/" + id;
			}
			catch (Article.AlreadyRead ex) {
				error = "article.from.read";
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("from", from);
		model.addAttribute("fromError", error);
		return edit(id, editor, model);
	}

	@PostMapping("/{id}/withdrawal")
	String withdraw(@PathVariable long id, @AuthenticationPrincipal SignedIn editor, RedirectAttributes flash) {
		this.desk.withdraw(id, editor.actor());
		flash.addFlashAttribute("notice", "article.withdrawn");
		return "redirect:/admin/articles/" + id;
	}

	@PostMapping("/{id}/corrections")
	String correct(@PathVariable long id, @RequestParam(name = "body", defaultValue = "") String correction,
			@AuthenticationPrincipal SignedIn editor, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		String body = Typography.of(CommentText.line(correction));
		if (body.isEmpty() || body.length() > Correction.MAX_BODY) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("correction", body);
			model.addAttribute("correctionError",
					body.isEmpty() ? "article.correction.missing" : "article.correction.long");
			return edit(id, editor, model);
		}
		this.desk.correct(id, this.clock.instant(), body, editor.actor());
		flash.addFlashAttribute("notice", "article.corrected");
		return "redirect:/admin/articles/" + id;
	}

	@GetMapping("/{id}/revisions")
	String revisions(@PathVariable long id, @AuthenticationPrincipal SignedIn editor, Model model) {
		model.addAttribute("article", this.desk.open(id, editor));
		model.addAttribute("revisions", this.desk.revisions(id, editor));
		return "admin/article/revisions";
	}

	/**
	 * An old text beside the present one.
	 */
	@GetMapping("/{id}/revisions/{number}")
	String revision(@PathVariable long id, @PathVariable int number, @AuthenticationPrincipal SignedIn editor,
			Model model) {
		ArticleDraft present = this.desk.open(id, editor);
		ArticleForm old = ArticleForm.of(present).with(this.desk.text(id, number, editor));
		model.addAttribute("article", present);
		model.addAttribute("number", number);
		model.addAttribute("comparison", comparison(old, ArticleForm.of(present)));
		return "admin/article/revision";
	}

	/**
	 * Puts an old text into the editor; nothing changes until it is saved.
	 */
	@GetMapping("/{id}/revisions/{number}/restoration")
	String restore(@PathVariable long id, @PathVariable int number, @AuthenticationPrincipal SignedIn editor,
			Model model) {
		ArticleDraft present = this.desk.open(id, editor);
		model.addAttribute("form", ArticleForm.of(present).with(this.desk.text(id, number, editor)));
		model.addAttribute("restored", number);
		return editor(present, model);
	}

	private void check(ArticleForm form, BindingResult errors) {
		form.check(errors);
		if (!errors.hasFieldErrors("section") && this.topics.find(form.sectionId()).isEmpty()) {
			errors.rejectValue("section", "article.section.missing");
		}
	}

	private Comparison comparison(ArticleForm left, ArticleForm right) {
		return Comparison.of(left.whole(sectionName(left)), right.whole(sectionName(right)));
	}

	private String sectionName(ArticleForm form) {
		return this.topics.find(form.sectionId()).map(TopicLink::name).orElse("");
	}

	private static boolean isPreview(@Nullable String action) {
		return "xem-truoc".equals(action);
	}

	private void preview(ArticleForm form, BindingResult errors, Model model) {
		if (errors.hasFieldErrors("body")) {
			return;
		}
		RenderedText body = Markdown.render(form.body());
		if (body.html().length() > Article.MAX_HTML) {
			errors.rejectValue("body", "article.body.markup");
		}
		else {
			model.addAttribute("preview", body);
		}
	}

	private String editor(ArticleDraft article, Model model) {
		model.addAttribute("article", article);
		model.addAttribute("sections", sections(article));
		model.addAttribute("scheduled", article.isScheduled(this.clock.instant()));
		return "admin/article/edit";
	}

	/**
	 * The sections to choose from: an article may stay in one that has left the masthead.
	 */
	private List<TopicLink> sections(ArticleDraft article) {
		Stream<TopicLink> own = this.topics.find(article.sectionId()).stream();
		return Stream.concat(sections().stream(), own).distinct().toList();
	}

}
