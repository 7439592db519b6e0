/**
 * Who did what to which thing, and why; append-only.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "web" })
package vn.toasoan.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
