/**
 * The queue of comments and the decisions on them.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "comment", "screening", "article", "account", "audit", "web", "site", "text" })
package vn.toasoan.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
