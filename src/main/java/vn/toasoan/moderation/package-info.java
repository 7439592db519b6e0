/**
 * The queue of comments and the decisions on them; and the letters that tell editors what
 * waits.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "comment", "screening", "article", "account", "audit", "mail", "web", "site", "text" })
package vn.toasoan.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
