package vn.toasoan.rule;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.toasoan.screening.Ground;
import vn.toasoan.text.CommentText;
import vn.toasoan.text.Vietnamese;

/**
 * Which rules somebody wants to see, as it stands in the address. What can't be read is
 * as if it had not been given.
 *
 * @param tim words of the phrase, with or without diacritics
 * @param nhom a {@link Ground}
 * @param muc one of {@link #VIEWS}
 */
record RuleFilter(String tim, String nhom, String muc) {

	/** All, the desk's own, those of the program that are changed, those that are off. */
	static final List<String> VIEWS = List.of("tat-ca", "cua-ta", "da-doi", "dang-tat");

	private static final int MAX = 200;

	RuleFilter {
		tim = clean(tim);
		nhom = Stream.of(Ground.values()).map(Ground::name).filter(clean(nhom)::equals).findFirst().orElse("");
		muc = VIEWS.contains(clean(muc)) ? clean(muc) : VIEWS.get(0);
	}

	private static String clean(@Nullable String text) {
		String line = (text != null) ? CommentText.line(text) : "";
		return (line.length() > MAX) ? line.substring(0, MAX) : line;
	}

	/**
	 * Whether something is left out.
	 */
	public boolean isNarrow() {
		return !this.tim.isEmpty() || !this.nhom.isEmpty() || !this.muc.equals(VIEWS.get(0));
	}

	boolean takes(Entry entry) {
		return isIn(this.muc, entry) && (this.nhom.isEmpty() || entry.ground().name().equals(this.nhom))
				&& (this.tim.isEmpty() || isNamed(entry));
	}

	static boolean isIn(String view, Entry entry) {
		return switch (view) {
			case "cua-ta" -> entry.isOwn();
			case "da-doi" -> entry.isChanged();
			case "dang-tat" -> !entry.rule().enabled();
			default -> true;
		};
	}

	private boolean isNamed(Entry entry) {
		return Vietnamese.fold(entry.rule().phrase()).contains(Vietnamese.fold(this.tim));
	}

}
