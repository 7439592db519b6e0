package vn.toasoan.reading;

import java.util.List;
import java.util.Set;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every page that a reader gets.
 */
final class PageRules {

	/** Elements that fetch something, and the attribute that says from where. */
	private static final List<String> SUBRESOURCES = List.of("script[src]", "img[src]", "img[srcset]", "iframe[src]",
			"video[src]", "audio[src]", "source[src]", "embed[src]", "object[data]", "link[rel=stylesheet][href]",
			"link[rel=icon][href]", "link[rel=preload][href]", "link[rel=preconnect][href]", "form[action]");

	private PageRules() {
	}

	static void hold(Document page) {
		nothingInline(page);
		nothingFromElsewhere(page);
		idsAreUnique(page);
		labelsHaveTheirControls(page);
		headingsAreInOrder(page);
	}

	static void nothingInline(Document page) {
		assertThat(page.select("script:not([src]), style, [style], iframe, object, embed")).isEmpty();
		for (Element element : page.getAllElements()) {
			assertThat(element.attributes().asList()).as(element.tagName())
				.noneMatch((attribute) -> attribute.getKey().startsWith("on"))
				.noneMatch((attribute) -> attribute.getValue().strip().toLowerCase().startsWith("javascript:"));
		}
	}

	static void nothingFromElsewhere(Document page) {
		for (Element element : page.select(String.join(", ", SUBRESOURCES))) {
			for (String name : List.of("src", "srcset", "href", "data", "action")) {
				assertThat(element.attr(name)).as(element.outerHtml()).doesNotContain(":").doesNotStartWith("//");
			}
		}
	}

	static void idsAreUnique(Document page) {
		assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates().doesNotContain("");
	}

	static void labelsHaveTheirControls(Document page) {
		for (Element label : page.select("label")) {
			Element control = label.hasAttr("for") ? page.getElementById(label.attr("for"))
					: label.selectFirst("input, select, textarea");
			assertThat(control).as(label.outerHtml()).isNotNull();
		}
		for (Element control : page.select("input:not([type=hidden]), select, textarea")) {
			boolean labelled = control.closest("label") != null
					|| !page.select("label[for=" + control.id() + "]").isEmpty() || control.hasAttr("aria-label");
			assertThat(labelled).as(control.outerHtml()).isTrue();
		}
		for (Element named : page.select("[aria-labelledby]")) {
			assertThat(page.getElementById(named.attr("aria-labelledby"))).as(named.tagName()).isNotNull();
		}
	}

	static void headingsAreInOrder(Document page) {
		int before = 0;
		for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
			int level = heading.tagName().charAt(1) - '0';
			assertThat(level).as("after an h%d: %s", before, heading.outerHtml()).isLessThanOrEqualTo(before + 1);
			before = level;
		}
		assertThat(page.select("h1")).hasSize(1);
		assertThat(page.select("main")).hasSize(1);
		assertThat(Set.copyOf(page.select("h1").eachText())).doesNotContain("");
	}

}
