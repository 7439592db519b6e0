package vn.toasoan.account;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/**
 * Shows the sign-in page again, with the name kept. A wrong name and a wrong password get
 * the same words.
 */
@Component
class SignInFailure implements AuthenticationFailureHandler {

	/** Request attribute: the message's key. */
	static final String MESSAGE = "toasoan.sign-in.failure";

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException, ServletException {
		if (failure instanceof SignInThrottle.TooManyTries tooMany) {
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.until().toSeconds()));
			request.setAttribute(MESSAGE, "sign-in.too-many");
		}
		else {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			request.setAttribute(MESSAGE, "sign-in.wrong");
		}
		request.getRequestDispatcher("/dang-nhap").forward(request, response);
	}

}
