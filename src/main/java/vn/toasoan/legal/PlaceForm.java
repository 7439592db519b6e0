package vn.toasoan.legal;

import org.springframework.validation.Errors;

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
	void check(Errors errors, Places places) {
		places.check(this.target, errors);
	}

}
