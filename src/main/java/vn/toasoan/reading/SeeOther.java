package vn.toasoan.reading;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/**
 * After a POST: 303 to a page of the site.
 */
final class SeeOther {

	private SeeOther() {
	}

	/**
	 * @param path with its parameters and its fragment
	 */
	static RedirectView to(String path) {
		var redirect = new RedirectView(path);
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		redirect.setExpandUriTemplateVariables(false);
		redirect.setExposeModelAttributes(false);
		return redirect;
	}

}
