package vn.toasoan.article;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.toasoan.text.CommentText;
import vn.toasoan.text.Slug;
import vn.toasoan.text.Typography;

/**
 * The form for an article, new or old.
 *
 * @param slug its address; empty to have it made from the title
 * @param tags names, separated by commas
 * @param version number of the revision that the form was opened on; empty for a new
 * article
 */
record ArticleForm(
		@NotBlank(message = "{article.title.missing}") @Size(max = 200, message = "{article.title.long}") String title,
		String slug, @Size(max = 600, message = "{article.standfirst.long}") String standfirst,
		@NotBlank(message = "{article.byline.missing}") @Size(max = 120,
				message = "{article.byline.long}") String byline,
		@Pattern(regexp = "[0-9]{1,18}", message = "{article.section.missing}") String section,
		@NotBlank(message = "{article.body.missing}") @Size(max = Article.MAX_BODY,
				message = "{article.body.long}") String body,
		@Size(max = 600, message = "{article.tags.long}") String tags,
		@Size(max = 10_000, message = "{article.sources.long}") String sources, String version) {

	ArticleForm {
		title = Typography.of(line(title));
		slug = clean(slug);
		standfirst = Typography.of(line(standfirst));
		byline = line(byline);
		body = clean(body);
		tags = line(tags);
		sources = CommentText.normalize((sources != null) ? sources : "");
		section = clean(section);
		version = clean(version);
	}

	static ArticleForm empty(String byline) {
		return new ArticleForm("", "", "", byline, "", "", "", "", "");
	}

	static ArticleForm of(ArticleDraft draft) {
		ArticleText text = draft.text();
		return new ArticleForm(text.title(), draft.slug(), text.standfirst(), text.byline(),
				Long.toString(draft.sectionId()), text.body(), String.join(", ", draft.tags()), text.sources(),
				Integer.toString(draft.revision()));
	}

	/**
	 * The same form on a newer revision, to be saved knowingly.
	 */
	ArticleForm basedOn(int revision) {
		return new ArticleForm(this.title, this.slug, this.standfirst, this.byline, this.section, this.body, this.tags,
				this.sources, Integer.toString(revision));
	}

	/**
	 * The same form with an older text.
	 */
	ArticleForm with(ArticleText old) {
		return new ArticleForm(old.title(), this.slug, old.standfirst(), old.byline(), this.section, old.body(),
				this.tags, old.sources(), this.version);
	}

	void check(Errors errors) {
		if (!this.slug.isEmpty() && !Slug.isValid(this.slug)) {
			errors.rejectValue("slug", "article.slug.invalid");
		}
		String wrong = Source.firstWrong(this.sources);
		if (wrong != null) {
			errors.rejectValue("sources", "article.sources.invalid", new Object[] { wrong }, null);
		}
		if (tagNames().stream().anyMatch((name) -> name.length() > 80)) {
			errors.rejectValue("tags", "article.tags.long-name");
		}
	}

	long sectionId() {
		return Long.parseLong(this.section);
	}

	/**
	 * The revision that the text is based on; 0, which none has, if the form does not
	 * say.
	 */
	int basis() {
		return this.version.matches("[0-9]{1,9}") ? Integer.parseInt(this.version) : 0;
	}

	/**
	 * All that was typed or chosen, to be compared line by line.
	 * @param sectionName what the section is called
	 */
	String whole(String sectionName) {
		return String.join("\n", sectionName, this.title, this.standfirst, this.byline, this.body, this.tags, this.slug,
				this.sources);
	}

	ArticleText text() {
		return new ArticleText(this.title, this.standfirst, this.byline, this.body, this.sources);
	}

	List<String> tagNames() {
		return Stream.of(this.tags.split(",")).map(String::strip).filter((name) -> !name.isEmpty()).toList();
	}

	private static String line(@Nullable String typed) {
		return CommentText.line((typed != null) ? typed : "");
	}

	private static String clean(@Nullable String typed) {
		return (typed != null) ? Normalizer.normalize(typed, Normalizer.Form.NFC).replace("\r\n", "\n").strip() : "";
	}

}
