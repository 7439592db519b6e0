package vn.toasoan.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Joins the component files of {@code static/css} into one sheet for readers and one for
 * the desk, in the order of {@code site.list} and {@code desk.list}, once at the start.
 * The name carries a hash of the content, so that a browser may keep it for ever.
 */
@Controller
public class Stylesheets {

	private final Map<String, String> sheets;

	private final String site;

	private final String desk;

	Stylesheets() {
		String readers = join("site");
		String editors = join("desk");
		this.site = hash(readers);
		this.desk = hash(editors);
		this.sheets = Map.of(this.site, readers, this.desk, editors);
	}

	/**
	 * The path of the readers' sheet.
	 */
	public String site() {
		return "/css/all-" + this.site + ".css";
	}

	/**
	 * The path of the desk's sheet.
	 */
	public String desk() {
		return "/css/all-" + this.desk + ".css";
	}

	@GetMapping("/css/all-{hash}.css")
	ResponseEntity<String> sheet(@PathVariable String hash) {
		String sheet = this.sheets.get(hash);
		if (sheet == null) {
			throw new NoSuchPage("style sheet " + hash);
		}
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
			.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
			.body(sheet);
	}

	private static String join(String list) {
		return read(list + ".list").lines()
			.map(String::strip)
			.filter((file) -> !file.isEmpty() && !file.startsWith("#"))
			.map(Stylesheets::read)
			.map(Stylesheets::compact)
			.collect(Collectors.joining());
	}

	private static String read(String file) {
		try {
			return new ClassPathResource("static/css/" + file).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("static/css/" + file + " is missing", ex);
		}
	}

	/**
	 * Takes out comments and needless white space. Colons and operators keep theirs:
	 * there it can carry meaning.
	 */
	static String compact(String css) {
		return css.replaceAll("(?s)/\\*.*?\\*/", "")
			.replaceAll("\\s+", " ")
			.replaceAll(" ?([{};,]) ?", "$1")
			.replaceAll(";}", "}")
			.strip();
	}

	private static String hash(String content) {
		return DigestUtils.md5DigestAsHex(content.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
	}

}
