package vn.toasoan.web;

import java.util.stream.Collectors;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What the pages of readers do by script once they stand there: the files of
 * {@code static/js} that {@code site.list} names, joined into one. The desk loads its own
 * beside it.
 */
@Controller
public class Scripts {

	private final Bundle site = new Bundle("static/js/site.list", Scripts::compact);

	/**
	 * The path of the readers' script.
	 */
	public String site() {
		return "/js/all-" + this.site.hash() + ".js";
	}

	@GetMapping("/js/all-{hash}.js")
	ResponseEntity<String> script(@PathVariable String hash) {
		if (!this.site.hash().equals(hash)) {
			throw new NoSuchPage("script " + hash);
		}
		return this.site.answer("javascript");
	}

	/**
	 * Takes out indentation and the lines that are comments; what could change the
	 * meaning stays.
	 */
	static String compact(String script) {
		return script.lines()
			.map(String::strip)
			.filter((line) -> !line.isEmpty() && !line.startsWith("//"))
			.collect(Collectors.joining("\n", "", "\n"));
	}

}
