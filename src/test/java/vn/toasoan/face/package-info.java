/**
 * Proofs that the pages hold: valid, light, and drawn as they were.
 */
@NullMarked
package vn.toasoan.face;

import org.jspecify.annotations.NullMarked;
