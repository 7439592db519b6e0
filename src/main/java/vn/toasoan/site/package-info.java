/**
 * What the whole site knows about itself: its settings, address, clock, data folder and
 * secret.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "text" })
package vn.toasoan.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
