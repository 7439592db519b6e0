/**
 * The rules of the screening as the desk has them: its own, its changes of those that
 * come with the program, what each is worth, and the trial before one is switched on.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "comment", "screening", "account", "audit", "web", "site", "text" })
package vn.toasoan.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
