package vn.toasoan.moderation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What hangs on a comment beside its text.
 *
 * @param reports those on which nobody has decided, oldest first
 * @param versions what it said before it was changed, oldest first
 */
public record Attached(List<Report> reports, List<Version> versions) {

	static final Attached NOTHING = new Attached(List.of(), List.of());

	static Attached empty() {
		return new Attached(new ArrayList<>(), new ArrayList<>());
	}

	/**
	 * A reader's report.
	 *
	 * @param reason the key of its name in the messages
	 * @param note null if the reader has said no more
	 */
	public record Report(String reason, @Nullable String note, Instant at) {
	}

	/**
	 * What a comment once said.
	 *
	 * @param name whose words these are; that of the editor where a passage was covered
	 * @param text as it was typed, with the marks of what was covered
	 * @param at since when it said so
	 * @param covered the kind of thing that was covered then, one of
	 * {@link RedactionForm#KINDS}; null where the writer made it so
	 */
	public record Version(String name, String text, Instant at, @Nullable String covered) {
	}

}
