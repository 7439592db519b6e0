package vn.toasoan.delivery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import vn.toasoan.reading.ThreadType;

/**
 * A finished page in parts, some of which one reader gets otherwise than everybody.
 */
final class Parts {

	/** The form's field for the name, and what remembers it, as everybody gets them. */
	private static final String NAME = " id=\"name\" name=\"name\" value=\"";

	private static final String REMEMBER = " name=\"remember\" value=\"true\"";

	private final List<Part> parts = new ArrayList<>();

	private final byte[] body;

	private int at;

	private Parts(byte[] body) {
		this.body = body;
	}

	static Parts of(byte[] body) {
		var parts = new Parts(body);
		// One letter for each byte; all that is looked for is ASCII.
		String page = new String(body, StandardCharsets.ISO_8859_1);
		int begin = after(page, ThreadType.BEGIN, 0);
		int end = page.indexOf(ThreadType.END, begin);
		int name = after(page, NAME, 0);
		int remember = after(page, REMEMBER, name);
		boolean threads = begin > 0 && end >= begin;
		if (name > 0 && remember > 0 && !(threads && begin < remember)) {
			parts.cut(Own.NAME, name, name);
			parts.cut(Own.REMEMBERED, remember, remember);
		}
		if (threads) {
			parts.cut(Own.THREADS, begin, end);
		}
		parts.cut(Own.NOTHING, body.length, body.length);
		return parts;
	}

	private static int after(String page, String what, int from) {
		int found = page.indexOf(what, from);
		return (found >= 0) ? found + what.length() : 0;
	}

	private void cut(Own own, int from, int to) {
		this.parts.add(new Part(Own.NOTHING, List.of(Piece.of(this.body, this.at, from))));
		this.parts.add(new Part(own, List.of(Piece.of(this.body, from, to))));
		this.at = to;
	}

	boolean have(Own own) {
		return this.parts.stream().anyMatch((part) -> part.own == own);
	}

	/**
	 * The page with what is a reader's own in its places.
	 */
	List<Piece> with(Map<Own, List<Piece>> own) {
		return this.parts.stream().flatMap((part) -> own.getOrDefault(part.own, part.usual).stream()).toList();
	}

	/** What one reader may get otherwise than everybody. */
	enum Own {

		/** What stands in the field for the name. */
		NAME,

		/** In the box that has the name remembered. */
		REMEMBERED,

		/** The discussion. */
		THREADS,

		/** The rest. */
		NOTHING

	}

	private record Part(Own own, List<Piece> usual) {
	}

}
