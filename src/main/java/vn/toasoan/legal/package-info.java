/**
 * What authorities and people concerned ask for by law: the form, the evidence frozen
 * before a comment is removed, the answer, and the file of each request.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "moderation", "comment", "account", "audit", "mail", "web", "site", "text" })
package vn.toasoan.legal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
