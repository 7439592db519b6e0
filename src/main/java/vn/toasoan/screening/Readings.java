package vn.toasoan.screening;

import java.util.ArrayList;
import java.util.List;

/**
 * The ways in which a text can be read: as it stands; with its broken words mended; and
 * with digits and signs taken for the letters that they stand for.
 */
final class Readings {

	/** So many single letters in a row are a word that was pulled apart. */
	private static final int PULLED_APART = 3;

	/** Where they have a space after them, a thought ends. */
	private static final String STOPS = ".,;:!?\"“”'«»()[]-–—/";

	private static final String SENTENCE_STOPS = ".,;:!?";

	private static final String SIGNS = "0134578@$!|j";

	/** What they stand for; {@code 1} may be an i or an l. */
	private static final List<String> MEANINGS = List.of("oieastbasiii", "oleastbasiii");

	private final Reading plain;

	private final Reading mended;

	private final List<Reading> decoded;

	private Readings(Reading plain, Reading mended, List<Reading> decoded) {
		this.plain = plain;
		this.mended = mended;
		this.decoded = decoded;
	}

	static Readings of(Spelling spelling) {
		List<Letter> letters = spelling.letters();
		List<Reading> decoded = new ArrayList<>();
		for (String meaning : MEANINGS) {
			List<Letter> meant = decode(letters, meaning);
			if (!meant.equals(letters)) {
				decoded.add(mended(meant));
			}
		}
		return new Readings(plain(letters), mended(letters), decoded);
	}

	Reading plain() {
		return this.plain;
	}

	Reading mended() {
		return this.mended;
	}

	/** Empty where no word has a digit or sign in it. */
	List<Reading> decoded() {
		return this.decoded;
	}

	private static Reading plain(List<Letter> letters) {
		Reading reading = new Reading();
		Word before = null;
		for (Word word : words(letters)) {
			if (before != null && isParted(letters, before, word)) {
				reading.stop();
			}
			reading.word(word.letters());
			before = word;
		}
		return reading;
	}

	private static List<Word> words(List<Letter> letters) {
		List<Word> words = new ArrayList<>();
		for (int i = 0; i < letters.size(); i++) {
			int start = i;
			while (i < letters.size() && letters.get(i).isWord()) {
				i++;
			}
			if (i > start) {
				words.add(new Word(letters.subList(start, i), start, i));
			}
		}
		return words;
	}

	/**
	 * Whether what stands between two words parts them: a line's end; a stop with a
	 * space; a stop before a capital, where the word before is in small letters.
	 */
	private static boolean isParted(List<Letter> letters, Word before, Word after) {
		List<Letter> gap = letters.subList(before.end(), after.start());
		boolean newSentence = has(gap, SENTENCE_STOPS) && letters.get(after.start()).upper()
				&& !letters.get(before.end() - 1).upper();
		return newSentence || has(gap, "\n") || (has(gap, STOPS) && hasSpace(gap));
	}

	private static boolean has(List<Letter> gap, String signs) {
		return gap.stream().anyMatch((letter) -> signs.indexOf(letter.base()) >= 0);
	}

	private static boolean hasSpace(List<Letter> gap) {
		return gap.stream().anyMatch(Letter::isSpace);
	}

	private static Reading mended(List<Letter> letters) {
		List<Word> words = glued(letters);
		Reading reading = new Reading();
		for (int i = 0; i < words.size();) {
			int end = i + 1;
			while (end < words.size() && words.get(end).isSingle() && words.get(i).isSingle()
					&& isClose(letters.subList(words.get(end - 1).end(), words.get(end).start()))) {
				end++;
			}
			List<Word> row = words.subList(i, end);
			if (i > 0 && isParted(letters, words.get(i - 1), row.get(0))) {
				reading.stop();
			}
			if (row.size() >= PULLED_APART) {
				reading.word(row.stream().flatMap((word) -> word.letters().stream()).toList());
			}
			else {
				reading.word(words.get(i).letters());
				end = i + 1;
			}
			i = end;
		}
		return reading;
	}

	/** Words with nothing but signs between them become one. */
	private static List<Word> glued(List<Letter> letters) {
		List<Word> glued = new ArrayList<>();
		for (Word word : words(letters)) {
			Word before = glued.isEmpty() ? null : glued.get(glued.size() - 1);
			if (before == null || hasSpace(letters.subList(before.end(), word.start()))
					|| isParted(letters, before, word)) {
				glued.add(new Word(new ArrayList<>(word.letters()), word.start(), word.end()));
			}
			else {
				before.letters().addAll(word.letters());
				glued.set(glued.size() - 1, new Word(before.letters(), before.start(), word.end()));
			}
		}
		return glued;
	}

	/** Where each letter has a space after it, two spaces part the words. */
	private static boolean isClose(List<Letter> gap) {
		for (int i = 1; i < gap.size(); i++) {
			if (gap.get(i - 1).isSpace() && gap.get(i).isSpace()) {
				return false;
			}
		}
		return !has(gap, "\n");
	}

	private static List<Letter> decode(List<Letter> letters, String meaning) {
		List<Letter> meant = new ArrayList<>(letters);
		for (int i = 0; i < letters.size(); i++) {
			int start = i;
			while (i < letters.size() && !letters.get(i).isSpace()) {
				i++;
			}
			if (letters.subList(start, i).stream().anyMatch((letter) -> Character.isLetter(letter.base()))) {
				for (int j = start; j < i; j++) {
					int sign = SIGNS.indexOf(letters.get(j).base());
					if (sign >= 0 && (letters.get(j).isWord() || (j + 1 < i && letters.get(j + 1).isWord()))) {
						meant.set(j, letters.get(j).as(meaning.charAt(sign)));
					}
				}
			}
		}
		return meant;
	}

	/**
	 * A word and where it stands among the letters of the spelling.
	 */
	private record Word(List<Letter> letters, int start, int end) {

		boolean isSingle() {
			return this.letters.size() == 1;
		}

	}

}
