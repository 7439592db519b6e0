package vn.toasoan.account;

import java.text.Normalizer;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How passwords are kept: Argon2id at the cost that OWASP's Password Storage Cheat Sheet
 * names (19 MiB, 2 passes, 1 lane), see {@code docs/adr/0014}.
 */
@Configuration(proxyBeanMethods = false)
class Password {

	/**
	 * NIST SP 800-63B-4, 3.1.1.2, asks for 15 where a password is the only factor; 12 is
	 * ours.
	 */
	static final int MIN_LENGTH = 12;

	/** Bounds the work of hashing. */
	static final int MAX_LENGTH = 200;

	private static final int SALT_BYTES = 16;

	private static final int HASH_BYTES = 32;

	private static final int LANES = 1;

	private static final int MEMORY_KIB = 19 * 1024;

	private static final int PASSES = 2;

	@Bean
	PasswordEncoder passwordEncoder() {
		var argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
		return new PasswordEncoder() {
			@Override
			public @Nullable String encode(@Nullable CharSequence password) {
				return argon2.encode(composed(password));
			}

			@Override
			public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
				return argon2.matches(composed(password), hash);
			}
		};
	}

	static boolean fits(String password) {
		return password.length() >= MIN_LENGTH && password.length() <= MAX_LENGTH;
	}

	/**
	 * Keyboards differ in how they compose "ế": the same letters must be the same
	 * password.
	 */
	private static @Nullable String composed(@Nullable CharSequence password) {
		return (password != null) ? Normalizer.normalize(password, Normalizer.Form.NFC) : null;
	}

}
