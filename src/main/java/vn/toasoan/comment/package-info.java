/**
 * The Comment aggregate, threads, posting rules, and the discussion below each article.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "article", "screening", "account", "audit", "web", "site", "text" })
package vn.toasoan.comment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
