package vn.toasoan.comment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The random key that a reader's browser holds: who has it is the writer of what was
 * written with it. Databases keep only its hash.
 */
public record ReaderKey(String key) {

	/**
	 * SHA-256 of the key, in hexadecimal.
	 */
	public String hash() {
		return sha256(this.key);
	}

	/**
	 * SHA-256 of the UTF-8 bytes of a text, in hexadecimal.
	 */
	public static String sha256(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
