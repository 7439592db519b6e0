package vn.toasoan.article;

import java.time.Instant;

/**
 * A correction as readers see it.
 *
 * @param body plain text
 */
public record CorrectionNotice(Instant madeAt, String body) {
}
