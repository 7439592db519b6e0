/**
 * Answers readers from finished pages, unless something on them is their own, and forgets
 * a page as soon as something on it changes, on every node. Nothing uses this module; it
 * listens.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "reading", "article", "comment", "tag", "web", "site" })
package vn.toasoan.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
