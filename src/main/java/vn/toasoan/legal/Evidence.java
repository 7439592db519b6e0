package vn.toasoan.legal;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A comment as it was frozen for a request.
 *
 * @param about public id of the comment
 * @param content the JSON of the exhibit; null once it is erased
 * @param exhibit the same, read; null once it is erased
 * @param sha256 of the UTF-8 bytes of the content, in hexadecimal; null once it is erased
 * @param erasureDue whether its writer has had everything erased, so that it goes with
 * the end of the request
 */
record Evidence(long id, String about, Instant frozenAt, String frozenBy, @Nullable String content,
		@Nullable Exhibit exhibit, @Nullable String sha256, boolean erasureDue, @Nullable Instant erasedAt) {
}
