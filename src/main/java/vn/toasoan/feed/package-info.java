/**
 * What feed readers get: Atom of the comments, of one article and of the whole site.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "article", "comment", "tag", "web", "site" })
package vn.toasoan.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
