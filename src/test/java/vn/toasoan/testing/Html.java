package vn.toasoan.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Reads pages as a reader does: by what they show, not by their source text.
 */
public final class Html {

	private Html() {
	}

	/**
	 * The page that was answered. Links are relative to the request's address.
	 * @throws AssertionError if the request ended in an exception that no handler turned
	 * into an answer
	 */
	public static Document of(MvcTestResult result) {
		Exception failure = result.getUnresolvedException();
		if (failure != null) {
			throw new AssertionError("The request failed: " + failure, failure);
		}
		String body = new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		return Jsoup.parse(body, result.getRequest().getRequestURL().toString());
	}

	public static Document of(String body) {
		return Jsoup.parse(body);
	}

	/**
	 * The one element that the selector finds.
	 * @throws AssertionError if it finds none or several
	 */
	public static Element only(Element within, String selector) {
		Elements found = within.select(selector);
		if (found.size() != 1) {
			throw new AssertionError("Expected one element \"" + selector + "\" but found " + found.size()
					+ (found.isEmpty() ? " in:\n" + within.outerHtml() : ":\n" + found.outerHtml()));
		}
		return found.get(0);
	}

	/**
	 * The text of the one element that the selector finds, with white space collapsed.
	 * @throws AssertionError if it finds none or several
	 */
	public static String text(Element within, String selector) {
		return only(within, selector).text();
	}

	/**
	 * The text of each element that the selector finds, in the order of the page.
	 */
	public static List<String> texts(Element within, String selector) {
		return within.select(selector).eachText();
	}

}
