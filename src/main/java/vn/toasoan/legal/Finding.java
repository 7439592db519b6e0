package vn.toasoan.legal;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an answer says to a request.
 */
enum Finding {

	/** What was asked for is done, all of it or in part. */
	GRANTED,

	REFUSED;

	static Optional<Finding> of(String name) {
		return Stream.of(values()).filter((one) -> one.name().equals(name)).findFirst();
	}

}
