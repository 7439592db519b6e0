package vn.toasoan.rule;

import java.util.stream.Stream;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toasoan.account.SignedIn;
import vn.toasoan.comment.Learning;
import vn.toasoan.screening.Experience;
import vn.toasoan.screening.Ground;

/**
 * The list of the rules, and whether the site learns from its editors. Three SQL
 * statements of its own.
 */
@Controller
class RulesController {

	private final RuleVersions versions;

	private final Precisions precisions;

	private final Learning learning;

	RulesController(RuleVersions versions, Precisions precisions, Learning learning) {
		this.versions = versions;
		this.precisions = precisions;
		this.learning = learning;
	}

	@GetMapping("/admin/rules")
	String list(@ModelAttribute("filter") RuleFilter filter, Model model) {
		model.addAttribute("list", RuleList.of(this.versions.catalogue(), filter, this.precisions.lately()));
		model.addAttribute("grounds",
				Stream.of(Ground.values()).filter((one) -> one.isScreened() && one != Ground.EDITORS).toList());
		model.addAttribute("days", Precisions.LATELY.toDays());
		model.addAttribute("learnt", this.learning.state());
		model.addAttribute("permission", this.learning.permission());
		model.addAttribute("enough", Experience.ENOUGH);
		return "admin/rule/list";
	}

	@PostMapping("/admin/rules/learning")
	String learn(@RequestParam boolean on, @AuthenticationPrincipal SignedIn editor, RedirectAttributes flash) {
		boolean turned;
		try {
			turned = this.learning.turn(on, editor.actor());
		}
		catch (DuplicateKeyException ex) {
			turned = false;
		}
		flash.addFlashAttribute(turned ? "notice" : "warning",
				turned ? (on ? "learning.begun" : "learning.ended") : "learning.unchanged");
		return "redirect:/admin/rules#hoc";
	}

}
