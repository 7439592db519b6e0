package vn.toasoan.comment;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Answers one too many with 429 and when to come again, where a page does not say it
 * itself.
 */
@ControllerAdvice
class TooManyAnswer {

	@ExceptionHandler
	void comeAgain(Limits.TooMany tooMany, HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
		response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
	}

}
