package vn.toasoan.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;

/**
 * The files that a {@code .list} in their folder names, joined in its order, once at the
 * start: a browser asks once instead of for each. The name carries a hash of the content,
 * so that it may keep them for ever.
 */
final class Bundle {

	private final String content;

	private final String hash;

	/**
	 * @param list {@code static/css/site.list}, say
	 * @param compact what takes out of a file what only people need
	 */
	Bundle(String list, UnaryOperator<String> compact) {
		String folder = list.substring(0, list.lastIndexOf('/') + 1);
		this.content = read(list).lines()
			.map(String::strip)
			.filter((file) -> !file.isEmpty() && !file.startsWith("#"))
			.map((file) -> compact.apply(read(folder + file)))
			.collect(Collectors.joining());
		this.hash = DigestUtils.md5DigestAsHex(this.content.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
	}

	/**
	 * The name under which a file is never changed: as Spring's content versions name it.
	 * @param file {@code static/fonts/literata-latin.woff2}, say
	 */
	static String hashed(String file) {
		try {
			String hash = DigestUtils.md5DigestAsHex(new ClassPathResource(file).getContentAsByteArray());
			int dot = file.lastIndexOf('.');
			return file.substring(0, dot) + "-" + hash + file.substring(dot);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(file + " is missing", ex);
		}
	}

	private static String read(String file) {
		try {
			return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(file + " is missing", ex);
		}
	}

	/** Twelve hexadecimal digits. */
	String hash() {
		return this.hash;
	}

	/**
	 * @param subtype of {@code text/…}
	 */
	ResponseEntity<String> answer(String subtype) {
		return ResponseEntity.ok()
			.contentType(new MediaType("text", subtype, StandardCharsets.UTF_8))
			.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
			.body(this.content);
	}

}
