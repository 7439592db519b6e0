/**
 * Composes the public pages: front page, article with its discussion, topic, the latest
 * comments.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "legal", "subscription", "comment", "account", "article", "tag", "web",
		"site", "text" })
package vn.toasoan.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
