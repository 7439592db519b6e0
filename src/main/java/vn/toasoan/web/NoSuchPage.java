package vn.toasoan.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What was asked for does not exist, or not for this visitor: 404.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchPage extends RuntimeException {

	public NoSuchPage(String what) {
		super(what);
	}

}
