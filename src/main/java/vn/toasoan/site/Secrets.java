package vn.toasoan.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The site's one secret, and what is made with it. Each use names its purpose, so that a
 * value made for one can't serve another. All nodes need the same secret.
 */
@Component
public class Secrets {

	/** Shorter secrets could be guessed offline from one signed value. */
	private static final int MIN_SECRET_LENGTH = 32;

	/** Bytes of the initialisation vector of AES-GCM (NIST SP 800-38D, 8.2). */
	private static final int IV_BYTES = 12;

	private static final int TAG_BITS = 128;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final byte[] secret;

	Secrets(@Value("${toasoan.secret-key:}") String configured, @Value("${toasoan.data-dir}") Path folder) {
		String key = configured.isBlank() ? kept(folder.resolve("secret.key")) : configured.strip();
		if (key.length() < MIN_SECRET_LENGTH) {
			throw new CannotStart("TOASOAN_SECRET_KEY phải dài ít nhất " + MIN_SECRET_LENGTH
					+ " ký tự: hãy tạo một chuỗi ngẫu nhiên mới.", null);
		}
		this.secret = key.getBytes(StandardCharsets.UTF_8);
	}

	private static String kept(Path file) {
		try {
			if (!Files.exists(file)) {
				write(file, randomToken());
			}
			String key = Files.readString(file).strip();
			if (key.length() < MIN_SECRET_LENGTH) {
				throw new CannotStart(
						"Khóa trong " + file + " bị hỏng: hãy khôi phục tệp này từ bản sao lưu, hoặc xóa nó"
								+ " để có khóa mới (cookie và liên kết đã phát sẽ hết hiệu lực).",
						null);
			}
			return key;
		}
		catch (IOException ex) {
			throw new CannotStart(
					"Không đọc hoặc ghi được khóa trong " + file + ": hãy cấp quyền cho người dùng chạy trang này.",
					ex);
		}
	}

	/**
	 * Whole or not at all, and never readable to others.
	 */
	private static void write(Path file, String key) throws IOException {
		Path draft = Files.createTempFile(file.getParent(), ".secret-", ".key");
		Files.writeString(draft, key);
		Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * 256 random bits, fit for an address or a cookie.
	 */
	public static String randomToken() {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return base64(bytes);
	}

	/**
	 * HMAC-SHA256 (RFC 2104) of a text, for one purpose, fit for an address or a cookie.
	 */
	public String sign(String purpose, String text) {
		return base64(hmac(purpose + '\n' + text));
	}

	/**
	 * Whether a signature is right; takes the same time for every wrong one.
	 */
	public boolean isSigned(String purpose, String text, String signature) {
		return MessageDigest.isEqual(sign(purpose, text).getBytes(StandardCharsets.UTF_8),
				signature.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Encrypts a text with AES-256-GCM for one purpose; {@link #decrypt} reads it.
	 */
	public String encrypt(String purpose, String text) {
		byte[] iv = new byte[IV_BYTES];
		RANDOM.nextBytes(iv);
		return base64(iv) + '.'
				+ base64(crypt(Cipher.ENCRYPT_MODE, purpose, iv, text.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * @throws IllegalArgumentException if the text was not made by {@link #encrypt} with
	 * this secret and purpose
	 */
	public String decrypt(String purpose, String encrypted) {
		String[] parts = encrypted.split("\\.", 2);
		if (parts.length != 2) {
			throw new IllegalArgumentException("Not an encrypted text");
		}
		byte[] iv = Base64.getUrlDecoder().decode(parts[0]);
		byte[] plain = crypt(Cipher.DECRYPT_MODE, purpose, iv, Base64.getUrlDecoder().decode(parts[1]));
		return new String(plain, StandardCharsets.UTF_8);
	}

	private byte[] crypt(int mode, String purpose, byte[] iv, byte[] input) {
		try {
			Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(mode, new SecretKeySpec(hmac("encrypt\n" + purpose), "AES"),
					new GCMParameterSpec(TAG_BITS, iv));
			return cipher.doFinal(input);
		}
		catch (GeneralSecurityException | ProviderException ex) {
			throw new IllegalArgumentException("Not encrypted with this secret for " + purpose, ex);
		}
	}

	private byte[] hmac(String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(this.secret, "HmacSHA256"));
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has HmacSHA256", ex);
		}
	}

	private static String base64(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
