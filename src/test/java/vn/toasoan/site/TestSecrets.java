package vn.toasoan.site;

import java.nio.file.Path;

/**
 * The secret of a site that doesn't run, for tests of other modules.
 */
public final class TestSecrets {

	private TestSecrets() {
	}

	/**
	 * Always the same.
	 */
	public static Secrets secrets() {
		return new Secrets("một bí mật đủ dài cho ba mươi hai ký tự", Path.of(""));
	}

}
