package vn.toasoan.delivery;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * How the bytes of a page can be packed, as {@code Content-Encoding} names it.
 */
enum Encoding {

	PLAIN("identity", ""), GZIP("gzip", "-gzip");

	private static final Pattern NEVER = Pattern.compile("\\s*q\\s*=\\s*0(\\.0*)?\\s*");

	private final String token;

	private final String tagSuffix;

	Encoding(String token, String tagSuffix) {
		this.token = token;
		this.tagSuffix = tagSuffix;
	}

	String token() {
		return this.token;
	}

	/** What makes a strong tag another one for each encoding (RFC 9110, 8.8.3.3). */
	String tagSuffix() {
		return this.tagSuffix;
	}

	/**
	 * Whether a client takes this encoding.
	 * @param accepted its Accept-Encoding (RFC 9110, 12.5.3); null if it named none
	 */
	boolean isIn(@Nullable String accepted) {
		if (this == PLAIN || accepted == null) {
			return this == PLAIN;
		}
		boolean others = false;
		for (String element : accepted.split(",")) {
			int semicolon = element.indexOf(';');
			String name = ((semicolon < 0) ? element : element.substring(0, semicolon)).strip();
			boolean welcome = semicolon < 0 || !NEVER.matcher(element.substring(semicolon + 1)).matches();
			if (name.equalsIgnoreCase(this.token)) {
				return welcome;
			}
			others |= welcome && name.equals("*");
		}
		return others;
	}

}
