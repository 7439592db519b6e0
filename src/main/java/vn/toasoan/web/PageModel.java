package vn.toasoan.web;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;
import vn.toasoan.site.SiteSettings;

/**
 * What every page's layout needs, and the rule by which every form is bound.
 */
@ControllerAdvice
class PageModel {

	private final SiteSettings site;

	private final Stylesheets stylesheets;

	private final Scripts scripts;

	private final StandingType type;

	PageModel(SiteSettings site, Stylesheets stylesheets, Scripts scripts, StandingType type) {
		this.site = site;
		this.stylesheets = stylesheets;
		this.scripts = scripts;
		this.type = type;
	}

	@ModelAttribute("site")
	SiteSettings site() {
		return this.site;
	}

	@ModelAttribute("stylesheets")
	Stylesheets stylesheets() {
		return this.stylesheets;
	}

	@ModelAttribute("scripts")
	Scripts scripts() {
		return this.scripts;
	}

	@ModelAttribute("type")
	StandingType type() {
		return this.type;
	}

	/**
	 * A form is filled from its fields only: Spring would also look at request headers of
	 * the same name, and stumble over parameters such as {@code name[0]}.
	 */
	@InitBinder
	void onlyFields(WebDataBinder binder) {
		binder.setDeclarativeBinding(true);
		if (binder instanceof ExtendedServletRequestDataBinder servletBinder) {
			servletBinder.addHeaderPredicate((header) -> false);
		}
	}

}
