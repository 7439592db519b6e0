package vn.toasoan.reading;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;

/**
 * Shows the way from a comment to its page at the desk to whoever has the desk's cookie.
 * Nobody is asked who it is: a link says nothing, and the desk asks for itself.
 */
@ControllerAdvice(basePackageClasses = AtTheDesk.class)
class AtTheDesk {

	private static final String COOKIE = "toasoan_desk";

	@ModelAttribute("atDesk")
	boolean atDesk(HttpServletRequest request) {
		return WebUtils.getCookie(request, COOKIE) != null;
	}

}
