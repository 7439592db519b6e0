/**
 * Editors' accounts, roles, sign-in and the first-run set-up.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "audit", "web", "site", "text" })
package vn.toasoan.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
