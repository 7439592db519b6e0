package vn.toasoan.moderation;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.toasoan.web.NoSuchPage;

/**
 * The desk's work in numbers.
 */
@Controller
class StatisticsController {

	private static final List<Integer> SPANS = List.of(7, 30, 90);

	private final Statistics statistics;

	private final Clock clock;

	StatisticsController(Statistics statistics, Clock clock) {
		this.statistics = statistics;
		this.clock = clock;
	}

	@GetMapping("/admin/comments/statistics")
	String show(@RequestParam(name = "ngay", defaultValue = "30") int days, Model model) {
		if (!SPANS.contains(days)) {
			throw new NoSuchPage("statistics of " + days + " days");
		}
		Statistics.Report report = this.statistics.of(days, this.clock.instant());
		model.addAttribute("report", report);
		model.addAttribute("days", DayChart.ofDays(report));
		model.addAttribute("hours", DayChart.ofHours(report));
		model.addAttribute("span", days);
		model.addAttribute("spans", SPANS);
		return "admin/moderation/statistics";
	}

}
