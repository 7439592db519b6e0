package vn.toasoan.web;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The component files of {@code static/css}, joined into one sheet for readers and one
 * for the desk.
 */
@Controller
public class Stylesheets {

	private static final Pattern FONT = Pattern.compile("url\\(\"\\.\\./fonts/([a-z0-9.-]+)\"\\)");

	private final Bundle site = new Bundle("static/css/site.list", Stylesheets::compact);

	private final Bundle desk = new Bundle("static/css/desk.list", Stylesheets::compact);

	/**
	 * The path of the readers' sheet.
	 */
	public String site() {
		return path(this.site);
	}

	/**
	 * The path of the desk's sheet.
	 */
	public String desk() {
		return path(this.desk);
	}

	private static String path(Bundle sheet) {
		return "/css/all-" + sheet.hash() + ".css";
	}

	@GetMapping("/css/all-{hash}.css")
	ResponseEntity<String> sheet(@PathVariable String hash) {
		return Stream.of(this.site, this.desk)
			.filter((sheet) -> sheet.hash().equals(hash))
			.findAny()
			.orElseThrow(() -> new NoSuchPage("style sheet " + hash))
			.answer("css");
	}

	/**
	 * Takes out comments and needless white space, and names fonts by their content.
	 * Colons and operators keep theirs: there it can carry meaning.
	 */
	static String compact(String css) {
		return FONT.matcher(css)
			.replaceAll(
					(font) -> Bundle.hashed("static/fonts/" + font.group(1)).replaceFirst("static", "url(\"..") + "\")")
			.replaceAll("(?s)/\\*.*?\\*/", "")
			.replaceAll("\\s+", " ")
			.replaceAll(" ?([{};,]) ?", "$1")
			.replaceAll(";}", "}")
			.strip();
	}

}
