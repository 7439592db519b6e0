package vn.toasoan.screening;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.text.SpoofChecker;

/**
 * Letters that look like others: the skeletons of Unicode Technical Standard 39, and the
 * few Latin letters that pass for Vietnamese ones.
 */
final class Lookalikes {

	private static final SpoofChecker CHECKER = new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

	private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡxʏᴢ";

	private static final String STRANGE = "ðɖıøłɑɡʍĸɒɐᴎ";

	private static final String FAMILIAR = "đđiolagmkaan";

	/** What was asked before; no more letters than Unicode has. */
	private static final Map<Integer, Integer> LATIN = new ConcurrentHashMap<>();

	private Lookalikes() {
	}

	/**
	 * The Vietnamese letter that a strange Latin one stands for; others stay as they are.
	 */
	static int familiar(int c) {
		if (c < 0x80) {
			return c;
		}
		int capital = SMALL_CAPITALS.indexOf(c);
		int strange = STRANGE.indexOf(c);
		return (capital >= 0) ? 'a' + capital : (strange >= 0) ? FAMILIAR.charAt(strange) : c;
	}

	static boolean isLatin(int c) {
		return UnicodeScript.of(c) == UnicodeScript.LATIN;
	}

	/**
	 * The letter from a to z that a letter of another script looks like; itself if none.
	 */
	static int latin(int c) {
		return isLatin(c) ? c : LATIN.computeIfAbsent(c, (letter) -> {
			int first = CHECKER.getSkeleton(Character.toString(letter)).codePointAt(0);
			int familiar = familiar(Character.toLowerCase(first));
			return (familiar >= 'a' && familiar <= 'z') ? familiar : letter;
		});
	}

	static String skeleton(String text) {
		return CHECKER.getSkeleton(text);
	}

}
