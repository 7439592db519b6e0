package vn.toasoan.moderation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;
import vn.toasoan.comment.CommentSource;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.text.CommentText;
import vn.toasoan.text.Slug;

/**
 * What a moderator looks for, as it stands in the address. What can't be read is said
 * beside its field: left out, it would find what nobody has looked for.
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

	/** Characters, as a person counts them; more would be an essay. */
	private static final int MAX = 200;

	/** What is written around words, and is none. */
	private static final Pattern NO_WORD = Pattern.compile("[\\s\"“”]*");

	private static final Pattern DAY = Pattern.compile("[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}");

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
		return (text != null) ? CommentText.line(text) : "";
	}

	/**
	 * Says what can't be looked for as it was typed, each beside its field.
	 */
	void check(Errors errors) {
		Stream.of("tim", "nguoi", "bai")
			.filter((field) -> CommentText.length(given().getOrDefault(field, "")) > MAX)
			.forEach((field) -> errors.rejectValue(field, "search.long", new Object[] { MAX }, null));
		if (!this.tim.isEmpty() && NO_WORD.matcher(this.tim).matches()) {
			errors.rejectValue("tim", "search.words.none");
		}
		if (!this.bai.isEmpty() && articleSlug().isEmpty()) {
			errors.rejectValue("bai", "search.article.none");
		}
		if (!this.muc.isEmpty() && status().isEmpty()) {
			errors.rejectValue("muc", "search.status.unknown");
		}
		if (!this.nguon.isEmpty() && source().isEmpty()) {
			errors.rejectValue("nguon", "search.source.unknown");
		}
		if (!this.tu.isEmpty() && from().isEmpty()) {
			errors.rejectValue("tu", "search.day.invalid");
		}
		if (!this.den.isEmpty() && to().isEmpty()) {
			errors.rejectValue("den", "search.day.invalid");
		}
		else if (to().isPresent() && from().filter(to().get()::isBefore).isPresent()) {
			errors.rejectValue("den", "search.to.before-from");
		}
	}

	/**
	 * Whether nothing is looked for.
	 */
	public boolean isEmpty() {
		return given().isEmpty();
	}

	/**
	 * The article's address, or the words of its title as they would stand in one.
	 */
	String articleSlug() {
		return Slug.of(this.bai.replaceFirst("^.*/bai-viet/", ""));
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

	/**
	 * Whether a field for days can show this.
	 */
	public boolean isDay(String text) {
		return day(text).isPresent();
	}

	private static Optional<LocalDate> day(String text) {
		try {
			return DAY.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
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
