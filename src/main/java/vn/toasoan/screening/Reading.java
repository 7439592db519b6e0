package vn.toasoan.screening;

import java.util.Arrays;
import java.util.List;

/**
 * One way of reading a text: its words, each between two spaces, with a bar where one
 * thought ends and another begins. In each word tones stand last, so that "hòa" and "hoà"
 * are one word, and letters that are repeated three times or more stand once.
 * {@link Readings} makes them, {@link Vocabulary} searches them.
 */
final class Reading {

	/** As many times the same letter is no Vietnamese word. */
	private static final int STRETCHED = 3;

	private final StringBuilder text = new StringBuilder(" ");

	private int[] from = new int[256];

	private int[] to = new int[256];

	void word(List<Letter> letters) {
		place(spell(letters), letters.get(0).from(), letters.get(letters.size() - 1).to());
		space();
	}

	void stop() {
		this.text.append('|');
		space();
	}

	private void place(String word, int start, int end) {
		int at = this.text.length();
		this.text.append(word);
		while (this.from.length <= this.text.length()) {
			this.from = Arrays.copyOf(this.from, 2 * this.from.length);
			this.to = Arrays.copyOf(this.to, 2 * this.to.length);
		}
		Arrays.fill(this.from, at, this.text.length(), start);
		Arrays.fill(this.to, at, this.text.length(), end);
	}

	private void space() {
		this.text.append(' ');
	}

	static String spell(List<Letter> letters) {
		StringBuilder word = new StringBuilder();
		StringBuilder tones = new StringBuilder();
		for (int i = 0; i < letters.size();) {
			List<Letter> run = letters.subList(i, i + run(letters, i));
			List<Letter> kept = (run.size() < STRETCHED) ? run : List.of(mostMarked(run));
			for (Letter letter : kept) {
				word.appendCodePoint(letter.base());
				tones.append((letter.tone() != 0) ? letter.tone() : "");
			}
			i += run.size();
		}
		return word.append(tones).toString();
	}

	/** Of "ààaa" the first, of "uuưư" the third. */
	private static Letter mostMarked(List<Letter> run) {
		Letter found = run.get(0);
		for (Letter letter : run) {
			int more = (letter.tone() != 0) ? 1 : 0;
			more += (letter.base() != letter.bare()) ? 1 : 0;
			more -= (found.tone() != 0) ? 1 : 0;
			more -= (found.base() != found.bare()) ? 1 : 0;
			found = (more > 0) ? letter : found;
		}
		return found;
	}

	private static int run(List<Letter> letters, int start) {
		int bare = letters.get(start).bare();
		int end = start + 1;
		if (Character.isLetter(bare) && bare != 'x' && bare != 'w') {
			while (end < letters.size() && letters.get(end).bare() == bare) {
				end++;
			}
		}
		return end - start;
	}

	String text() {
		return this.text.toString();
	}

	/** Where the word at an index begins in the original. */
	int from(int index) {
		return this.from[index];
	}

	/** Where the word at an index ends in the original. */
	int to(int index) {
		return this.to[index];
	}

}
