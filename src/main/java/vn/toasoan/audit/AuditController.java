package vn.toasoan.audit;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.toasoan.web.Listing;

/**
 * The log, newest first.
 */
@Controller
class AuditController {

	private final AuditLog log;

	AuditController(AuditLog log) {
		this.log = log;
	}

	@GetMapping("/admin/audit")
	String latest(@RequestParam(name = "trang", defaultValue = "1") int page, Model model) {
		model.addAttribute("lines", this.log.latest(Listing.checked(page)));
		return "admin/audit/list";
	}

}
