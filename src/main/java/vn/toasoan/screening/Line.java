package vn.toasoan.screening;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;

/**
 * A {@link Spelling} with its signs and spaces, in one string, for what is recognised by
 * its form: {@link Links}, {@link PhoneNumbers} and the patterns of the
 * {@link Vocabulary}.
 */
final class Line {

	private final String text;

	private final List<Letter> letters;

	/** Which letter each {@code char} belongs to. */
	private final int[] owners;

	Line(List<Letter> letters) {
		StringBuilder line = new StringBuilder(letters.size());
		int[] counted = new int[2 * letters.size()];
		for (int i = 0; i < letters.size(); i++) {
			int start = line.length();
			Letter letter = letters.get(i);
			String composed = Character.toString(letter.base());
			if (letter.tone() != 0) {
				composed = Normalizer.normalize(composed + letter.tone(), Form.NFC);
			}
			line.append(composed);
			for (int j = start; j < line.length(); j++) {
				counted[j] = i;
			}
		}
		this.text = line.toString();
		this.letters = letters;
		this.owners = counted;
	}

	String text() {
		return this.text;
	}

	/**
	 * Where a part of the line stands in the original; it is not empty.
	 */
	int[] origin(int start, int end) {
		return new int[] { this.letters.get(this.owners[start]).from(), this.letters.get(this.owners[end - 1]).to() };
	}

}
