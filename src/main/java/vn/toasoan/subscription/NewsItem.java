package vn.toasoan.subscription;

import java.time.Instant;

/**
 * A comment to be told of.
 *
 * @param reply whether it answers the reader, as far as that was asked for
 */
record NewsItem(String publicId, String name, String html, Instant at, boolean reply, String articleTitle,
		String articlePath) {
}
