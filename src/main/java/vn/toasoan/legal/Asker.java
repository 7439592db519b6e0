package vn.toasoan.legal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who asks for something by law.
 */
public enum Asker {

	AUTHORITY,

	/** Somebody whom a comment is about, or who speaks for them. */
	PERSON;

	static Optional<Asker> of(String name) {
		return Stream.of(values()).filter((one) -> one.name().equals(name)).findFirst();
	}

	/**
	 * The key of its name in the messages.
	 */
	public String label() {
		return "legal.asker." + name().toLowerCase(Locale.ROOT);
	}

}
