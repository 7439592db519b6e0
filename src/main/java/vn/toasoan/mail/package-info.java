/**
 * Letters: kept in the transaction of what causes them, and brought to the mail server
 * afterwards, once each. Knows addresses as they are written, kept and found again.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "site" })
package vn.toasoan.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
