/**
 * What readers follow and how they are told by letter; and the proof that an address is
 * theirs, which also lets their comments appear.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "mail", "comment", "article", "web", "site", "text" })
package vn.toasoan.subscription;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
