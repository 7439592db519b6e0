package vn.toasoan.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What was asked for stood here and was taken down on purpose: 410.
 */
@ResponseStatus(HttpStatus.GONE)
public class WithdrawnPage extends RuntimeException {

	public WithdrawnPage(String what) {
		super(what);
	}

}
