/**
 * Tòa Soạn, a Vietnamese news site. Each package below is a module; see
 * {@code docs/architecture.md}.
 */
@NullMarked
package vn.toasoan;

import org.jspecify.annotations.NullMarked;
