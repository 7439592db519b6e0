package vn.toasoan.text;

import java.util.regex.Pattern;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The elements and attributes that may reach a page from what people write. The renderers
 * produce nothing else; these lists make sure of it.
 */
final class AllowLists {

	/** A reader's comment. */
	static final PolicyFactory COMMENT = new HtmlPolicyBuilder()
		.allowElements("p", "br", "blockquote", "strong", "em", "a")
		.allowAttributes("href")
		.matching(Pattern.compile("https?://.*"))
		.onElements("a")
		.allowAttributes("rel")
		.matching(false, "ugc nofollow noopener")
		.onElements("a")
		.allowUrlProtocols("http", "https")
		.toFactory();

	/** An editor's article, before the server's own drawings are put in. */
	static final PolicyFactory ARTICLE = new HtmlPolicyBuilder()
		.allowElements("h2", "h3", "h4", "p", "ul", "ol", "li", "blockquote", "footer", "pre", "code", "a", "strong",
				"em", "hr", "br", "sup", "figure", "figcaption", "img", "span", "section", "div", "table", "thead",
				"tbody", "tr", "th", "td")
		.allowAttributes("id")
		.matching(Pattern.compile("[a-z0-9-]{1,140}"))
		.onElements("h2", "h3", "h4")
		.allowAttributes("start")
		.matching(Pattern.compile("[0-9]{1,9}"))
		.onElements("ol")
		.allowAttributes("href")
		.matching(Destinations::isLink)
		.onElements("a")
		.allowAttributes("rel")
		.matching(false, "noopener")
		.onElements("a")
		.allowAttributes("aria-label")
		.matching(
				Pattern.compile("Nguồn [0-9]{1,3}|Chú thích [0-9]{1,5}|Về chỗ chú thích [0-9]{1,5}(, lần [0-9]{1,5})?"))
		.onElements("a")
		.allowAttributes("class")
		.matching(false, "back")
		.onElements("a")
		.allowAttributes("id")
		.matching(Pattern.compile("chu-thich-[0-9-]{1,12}"))
		.onElements("a", "li")
		.allowAttributes("class")
		.matching(false, "pull")
		.onElements("blockquote")
		.allowAttributes("src")
		.matching(Destinations::isImage)
		.onElements("img")
		.allowAttributes("alt")
		.onElements("img")
		.allowAttributes("loading")
		.matching(false, "lazy")
		.onElements("img")
		.allowAttributes("decoding")
		.matching(false, "async")
		.onElements("img")
		.allowAttributes("class")
		.matching(false, "credit")
		.onElements("span")
		.allowAttributes("class")
		.matching(false, "note")
		.onElements("sup")
		.allowAttributes("class")
		.matching(false, "footnotes")
		.onElements("section")
		.allowAttributes("aria-labelledby")
		.matching(false, "chu-thich")
		.onElements("section")
		.allowAttributes("class")
		.matching(false, "chart-figure")
		.onElements("figure")
		.allowAttributes("id")
		.matching(Pattern.compile("bieu-do-[0-9]{1,5}"))
		.onElements("figure")
		.allowAttributes("class")
		.matching(false, "table-scroll")
		.onElements("div")
		.allowAttributes("tabindex")
		.matching(false, "0")
		.onElements("div", "pre")
		.allowAttributes("role")
		.matching(false, "region")
		.onElements("div")
		.allowAttributes("aria-label")
		.matching(false, "Bảng")
		.onElements("div")
		.allowAttributes("scope")
		.matching(false, "col")
		.onElements("th")
		.allowAttributes("class")
		.matching(false, "center", "right")
		.onElements("th", "td")
		.allowUrlProtocols("http", "https", "mailto", "tel")
		.toFactory();

	private AllowLists() {
	}

}
