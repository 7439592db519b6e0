package vn.toasoan.legal;

/**
 * How a request has come.
 */
enum Channel {

	/** By the form on the site. */
	FORM,

	/** On paper, or in any other way: an editor has entered it. */
	LETTER

}
