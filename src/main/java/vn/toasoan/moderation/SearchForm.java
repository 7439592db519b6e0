package vn.toasoan.moderation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.toasoan.comment.CommentSource;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.text.CommentText;

/**
 * What a moderator looks for, as it stands in the address. What can't be read is as if it
 * had not been given.
 *
 * @param tim words; in quotes for a phrase
 * @param nguoi of the writer's name, or the hash of the writer's key
 * @param bai of the article's title or address
 * @param muc a {@link CommentStatus}
 * @param nguon a {@link CommentSource}
 * @param tu the first day
 * @param den the last day
 */
record SearchForm(String tim, String nguoi, String bai, String muc, String nguon, String tu, String den) {

	/** Characters; more would be an essay. */
	private static final int MAX = 200;

	SearchForm {
		tim = clean(tim);
		nguoi = clean(nguoi);
		bai = clean(bai);
		muc = clean(muc);
		nguon = clean(nguon);
		tu = clean(tu);
		den = clean(den);
	}

	private static String clean(@Nullable String text) {
		String line = (text != null) ? CommentText.line(text) : "";
		return (line.length() > MAX) ? line.substring(0, MAX) : line;
	}

	/**
	 * Whether nothing is looked for.
	 */
	public boolean isEmpty() {
		return given().isEmpty();
	}

	Optional<CommentStatus> status() {
		return Stream.of(CommentStatus.values()).filter((one) -> one.name().equals(this.muc)).findFirst();
	}

	Optional<CommentSource> source() {
		return CommentSource.of(this.nguon);
	}

	Optional<LocalDate> from() {
		return day(this.tu);
	}

	Optional<LocalDate> to() {
		return day(this.den);
	}

	private static Optional<LocalDate> day(String text) {
		try {
			return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	/**
	 * What was given, by the names of the parameters.
	 */
	Map<String, String> given() {
		Map<String, String> given = new LinkedHashMap<>();
		given.put("tim", this.tim);
		given.put("nguoi", this.nguoi);
		given.put("bai", this.bai);
		given.put("muc", this.muc);
		given.put("nguon", this.nguon);
		given.put("tu", this.tu);
		given.put("den", this.den);
		given.values().removeIf(String::isEmpty);
		return given;
	}

	/**
	 * The same search as it stands in an address, after the question mark.
	 */
	String query() {
		return given().entrySet()
			.stream()
			.map((one) -> one.getKey() + "="
					+ URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8).replace("+", "%20"))
			.collect(Collectors.joining("&"));
	}

}
