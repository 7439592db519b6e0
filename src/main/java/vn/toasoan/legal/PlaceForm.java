package vn.toasoan.legal;

import org.springframework.validation.Errors;
import vn.toasoan.site.SiteSettings;

/**
 * Which page a request is about.
 *
 * @param target the address of a comment or of an article
 */
record PlaceForm(String target) {

	PlaceForm {
		target = (target != null) ? target.strip() : "";
	}

	/**
	 * Says what is not within the rules, beside its field.
	 */
	void check(Errors errors, SiteSettings site) {
		if (Place.of(this.target, site).isEmpty()) {
			errors.rejectValue("target", "legal.target.invalid", new Object[] { site.absolute("/bl/…") }, null);
		}
	}

}
