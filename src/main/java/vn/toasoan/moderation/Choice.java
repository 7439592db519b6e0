package vn.toasoan.moderation;

import vn.toasoan.comment.CommentStatus;

/**
 * A comment that a moderator has picked, as its box sends it:
 * {@code 4k2m8x7qa3nd.PENDING}.
 *
 * @param seen the status that the moderator saw
 */
record Choice(String publicId, CommentStatus seen) {

	/**
	 * Reads what a box sends; Spring calls it for a request parameter.
	 * @throws IllegalArgumentException if no box sends this
	 */
	public static Choice valueOf(String box) {
		int dot = box.indexOf('.');
		if (dot < 0) {
			throw new IllegalArgumentException("No status: " + box);
		}
		return new Choice(box.substring(0, dot), CommentStatus.valueOf(box.substring(dot + 1)));
	}

}
