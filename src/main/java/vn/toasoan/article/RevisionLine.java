package vn.toasoan.article;

import java.time.Instant;

/**
 * One saved state of an article, in the list of them.
 *
 * @param published whether readers have seen it
 */
record RevisionLine(int number, String title, Instant savedAt, String savedBy, boolean published) {
}
