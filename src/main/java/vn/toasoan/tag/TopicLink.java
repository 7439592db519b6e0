package vn.toasoan.tag;

/**
 * A topic as pages show it.
 *
 * @param slug the last part of its address, {@code /chu-de/{slug}}
 * @param name its name in full letters
 */
public record TopicLink(long id, String slug, String name) {

	public String path() {
		return "/chu-de/" + this.slug;
	}

}
