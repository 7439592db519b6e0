/**
 * What tests of all modules share: databases, a browser, a clock that stands still, and
 * ways to read a page as its reader does.
 */
@NullMarked
package vn.toasoan.testing;

import org.jspecify.annotations.NullMarked;
