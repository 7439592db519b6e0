/**
 * What all pages share: layout, error pages, response headers, the origin check, paging.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "site", "text" })
package vn.toasoan.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
