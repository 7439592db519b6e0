package vn.toasoan.reading;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.toasoan.comment.Reason;
import vn.toasoan.comment.Transparency;
import vn.toasoan.web.Freshness;

/**
 * What the newsroom expects of those who comment: one rule for each reason for which a
 * moderator turns a comment down.
 */
@Controller
class HouseRulesController {

	private final Transparency transparency;

	HouseRulesController(Transparency transparency) {
		this.transparency = transparency;
	}

	@GetMapping("/noi-quy")
	String rules(Model model, HttpServletResponse response) {
		model.addAttribute("rules",
				Reason.editorial().stream().map((reason) -> reason.label().replaceFirst("reason", "rules")).toList());
		model.addAttribute("month", this.transparency.latest().orElse(null));
		Freshness.forEverybody(response, List.of());
		return "reading/house-rules";
	}

}
