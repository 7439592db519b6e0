/**
 * Vietnamese folding and slugs, Markdown to safe HTML, the allow-list sanitizer,
 * excerpts. Plain Java.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.toasoan.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
