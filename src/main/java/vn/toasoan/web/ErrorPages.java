package vn.toasoan.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Says that something went wrong in the words for its status, and nothing of how: to
 * everybody the same page, whatever they said that they accept.
 */
@Controller
class ErrorPages implements ErrorController {

	private static final String RETRY_AFTER_SECONDS = "30";

	@RequestMapping("${spring.web.error.path:/error}")
	String page(@RequestAttribute(name = RequestDispatcher.ERROR_STATUS_CODE, required = false) @Nullable Integer code,
			@RequestAttribute(name = RequestDispatcher.ERROR_EXCEPTION, required = false) @Nullable Throwable failure,
			@RequestAttribute(name = RequestDispatcher.ERROR_METHOD, required = false) @Nullable String method,
			@RequestParam(required = false) @Nullable String body, HttpServletResponse response, Model model) {
		int status = (code != null) ? code : HttpServletResponse.SC_NOT_FOUND;
		if (DatabaseDown.isCauseOf(failure)) {
			status = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
		}
		response.setStatus(status);
		if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
			response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		}
		// Takes back what the page had said about its keeping before it failed.
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		model.addAttribute("status", status);
		if ("POST".equals(method)) {
			// What a reader has just written is given back, whatever happened to it.
			model.addAttribute("written", body);
		}
		return "error";
	}

}
