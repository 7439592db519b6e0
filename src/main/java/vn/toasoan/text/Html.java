package vn.toasoan.text;

/**
 * Escaping for HTML text and for double-quoted attribute values.
 */
final class Html {

	private Html() {
	}

	static String escape(String text) {
		StringBuilder escaped = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			escaped.append(escape(text.charAt(i)));
		}
		return escaped.toString();
	}

	static String escape(char c) {
		return switch (c) {
			case '&' -> "&amp;";
			case '<' -> "&lt;";
			case '>' -> "&gt;";
			case '"' -> "&quot;";
			default -> String.valueOf(c);
		};
	}

}
