package vn.toasoan.comment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.toasoan.screening.Screening;
import vn.toasoan.text.CommentText;

/**
 * The form below an article.
 *
 * @param parent public id of the comment to reply to; empty for a new thread
 * @param remember {@code true} to know the name again next time
 * @param action {@code gui} to send, {@code xem-truoc} to look at it first
 * @param website a trap: people don't see this field, programs fill it
 * @param follow what to be told of by letter: {@code tra-loi}, {@code tat-ca}
 * @param revision number of the article's revision on the page with this form
 * @param proof a solution of the sum on the page; empty for none, null on a page that
 * asks for none
 * @param invisible {@code true} if name or text hid characters that were taken out here;
 * what is sent for it counts nothing
 */
public record CommentForm(String name, String body, String email, String parent, String remember, String action,
		String website, String revision, @Nullable String proof, String invisible, List<String> follow) {

	private static final int MIN_NAME = 2;

	private static final int MAX_NAME = 50;

	private static final int MIN_BODY = 2;

	/** Characters, as a person counts them. */
	public static final int MAX_BODY = 2000;

	private static final int MAX_BODY_BYTES = 16 * 1024;

	private static final int MAX_LINES = 30;

	/** Bytes; RFC 5321, 4.5.3.1.3, less the angle brackets. */
	private static final int MAX_EMAIL = 254;

	private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\"]+@[^@\\s<>\"]+\\.[^@\\s<>\"]+");

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

	private static final Pattern LETTER = Pattern.compile("\\p{L}");

	public CommentForm {
		invisible = Boolean.toString(hides(name) || hides(body));
		name = (name != null) ? CommentText.line(name) : "";
		body = (body != null) ? CommentText.normalize(body) : "";
		email = (email != null) ? email.strip() : "";
		parent = (parent != null) ? parent.strip() : "";
		remember = (remember != null) ? remember : "";
		action = (action != null) ? action : "gui";
		website = (website != null) ? website : "";
		revision = (revision != null) ? revision : "";
		follow = (follow != null) ? List.copyOf(follow) : List.of();
	}

	static boolean hides(@Nullable String text) {
		return text != null && Screening.hidesCharacters(text);
	}

	/**
	 * An empty form.
	 * @param name of the reader, if it is known from the last time; else empty
	 */
	public static CommentForm empty(String name, String parent) {
		return new CommentForm(name, "", "", parent, name.isEmpty() ? "" : "true", "gui", "", "", null, "", List.of());
	}

	public boolean remembers() {
		return "true".equals(this.remember);
	}

	/**
	 * Whether it was sent from a page that asked for some trouble.
	 */
	public boolean isAsked() {
		return this.proof != null;
	}

	public boolean isPreview() {
		return "xem-truoc".equals(this.action);
	}

	/**
	 * Whether the reader wants letters about something.
	 * @param what {@code tra-loi} or {@code tat-ca}
	 */
	public boolean follows(String what) {
		return this.follow.contains(what);
	}

	/**
	 * Says what is not within the rules, each beside its field, in their order.
	 */
	public void check(Errors errors) {
		checkBody(this.body, errors);
		int nameLength = CommentText.length(this.name);
		if (nameLength < MIN_NAME || nameLength > MAX_NAME || !LETTER.matcher(this.name).find()) {
			errors.rejectValue("name", "comment.name.invalid");
		}
		if (!this.email.isEmpty() && (bytes(this.email) > MAX_EMAIL || !EMAIL.matcher(this.email).matches())) {
			errors.rejectValue("email", "comment.email.invalid");
		}
	}

	/**
	 * Says what is not within the rules for a comment's text, beside the field
	 * {@code body}.
	 * @param body normalised
	 */
	public static void checkBody(String body, Errors errors) {
		int length = CommentText.length(body);
		if (length < MIN_BODY) {
			errors.rejectValue("body", "comment.body.short");
		}
		else if (length > MAX_BODY || bytes(body) > MAX_BODY_BYTES) {
			errors.rejectValue("body", "comment.body.long", new Object[] { length, MAX_BODY }, null);
		}
		else if (body.lines().count() > MAX_LINES) {
			errors.rejectValue("body", "comment.body.lines", new Object[] { MAX_LINES }, null);
		}
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

	/**
	 * What is sent, once {@link #check} has found nothing wrong.
	 * @param present the article's present revision
	 */
	public Submission submission(long articleId, int present, ReaderKey author, String address) {
		return new Submission(articleId, emptyToNull(this.parent), this.name, emptyToNull(this.email), this.body,
				!this.website.isEmpty(), Boolean.parseBoolean(this.invisible), author, address, this.proof,
				seen(present), following());
	}

	private Set<Following> following() {
		return this.follow.stream()
			.flatMap((one) -> Following.of(one).stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * The revision that the writer saw; the present one where the form does not say, or
	 * says what can't be.
	 */
	private int seen(int present) {
		if (!NUMBER.matcher(this.revision).matches()) {
			return present;
		}
		int seen = Integer.parseInt(this.revision);
		return (seen >= 1 && seen <= present) ? seen : present;
	}

	private static @Nullable String emptyToNull(String text) {
		return text.isEmpty() ? null : text;
	}

}
