package vn.toasoan.reading;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.toasoan.account.DeskPass;
import vn.toasoan.account.SignedIn;

/**
 * Shows staff who decide on comments the ways from a page to the desk. A page with them
 * is theirs alone: whoever makes one asks {@link #isFor} and lets nobody keep it.
 */
@ControllerAdvice(basePackageClasses = AtTheDesk.class)
class AtTheDesk {

	private static final String STAFF = "staff";

	private final DeskPass pass;

	AtTheDesk(DeskPass pass) {
		this.pass = pass;
	}

	@ModelAttribute
	void atDesk(HttpServletRequest request, Model model) {
		@Nullable SignedIn staff = this.pass.of(request).filter(SignedIn::moderates).orElse(null);
		model.addAttribute("atDesk", staff != null);
		if (staff != null) {
			model.addAttribute(STAFF, staff);
		}
	}

	/**
	 * Whether a page is made for staff.
	 */
	static boolean isFor(Model model) {
		return model.containsAttribute(STAFF);
	}

}
