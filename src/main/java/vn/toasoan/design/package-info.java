/**
 * The design page: every component of the site in every state, for those who change it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "moderation", "comment", "screening", "article", "tag", "web", "text" })
package vn.toasoan.design;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
