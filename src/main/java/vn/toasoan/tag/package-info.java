/**
 * Topics: the sections of the masthead and the tags under an article.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "audit", "web", "site", "text" })
package vn.toasoan.tag;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
