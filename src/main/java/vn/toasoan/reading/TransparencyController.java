package vn.toasoan.reading;

import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.toasoan.comment.Transparency;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.web.Freshness;
import vn.toasoan.web.NoSuchPage;

/**
 * What became of the comments of a month, for everybody to read. Four SQL statements.
 */
@Controller
class TransparencyController {

	/** Before that nobody has written here. */
	private static final YearMonth FIRST = YearMonth.of(2020, 1);

	private final Transparency transparency;

	private final SiteSettings site;

	private final Clock clock;

	TransparencyController(Transparency transparency, SiteSettings site, Clock clock) {
		this.transparency = transparency;
		this.site = site;
		this.clock = clock;
	}

	@GetMapping("/binh-luan/minh-bach/{year}/{month}")
	String month(@PathVariable String year, @PathVariable String month, Model model, HttpServletResponse response) {
		YearMonth asked = read(year, month);
		YearMonth present = YearMonth.now(this.clock.withZone(this.site.zone()));
		if (asked.isAfter(present) || asked.isBefore(FIRST)) {
			throw new NoSuchPage("month " + asked);
		}
		model.addAttribute("report", this.transparency.of(asked));
		model.addAttribute("present", asked.equals(present));
		model.addAttribute("earlier", asked.isAfter(FIRST) ? path(asked.minusMonths(1)) : null);
		model.addAttribute("later", asked.isBefore(present) ? path(asked.plusMonths(1)) : null);
		model.addAttribute("path", path(asked));
		Freshness.forEverybody(response, List.of(), Freshness.ALL_COMMENTS, Freshness.TRANSPARENCY);
		return "reading/transparency";
	}

	/**
	 * Each month has one address: four digits and two.
	 */
	private static YearMonth read(String year, String month) {
		try {
			return YearMonth.parse(year + "-" + month);
		}
		catch (DateTimeParseException ex) {
			throw new NoSuchPage("month " + year + "/" + month);
		}
	}

	static String path(YearMonth month) {
		return "/binh-luan/minh-bach/%d/%02d".formatted(month.getYear(), month.getMonthValue());
	}

}
