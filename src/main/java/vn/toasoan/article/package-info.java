/**
 * The Article aggregate, its permalinks, revisions and corrections; the public read side
 * and the editors' desk.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "tag", "account", "audit", "web", "site", "text" })
package vn.toasoan.article;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
