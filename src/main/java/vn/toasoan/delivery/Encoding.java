package vn.toasoan.delivery;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * How the bytes of a page can be packed, as {@code Content-Encoding} names it, the
 * smallest first.
 */
enum Encoding {

	BROTLI("br", "-br"), GZIP("gzip", "-gzip"), PLAIN("identity", "");

	/** Browsers say it in a few ways only; whoever invents more has each read anew. */
	private static final int REMEMBERED = 64;

	private static final int LONG = 200;

	private static final List<Encoding> NOT_PACKED = List.of(PLAIN);

	private static final Map<String, List<Encoding>> KNOWN = new ConcurrentHashMap<>();

	private final String token;

	private final String tagSuffix;

	Encoding(String token, String tagSuffix) {
		this.token = token;
		this.tagSuffix = tagSuffix;
	}

	String token() {
		return this.token;
	}

	/** What makes a strong tag another one for each encoding (RFC 9110, 8.8.3.3). */
	String tagSuffix() {
		return this.tagSuffix;
	}

	/**
	 * The encodings that a client takes, what it likes best first, and of what it likes
	 * equally the smallest. Never empty: who refuses even plain bytes gets them anyway.
	 * @param accepted its Accept-Encoding (RFC 9110, 12.5.3); null if it named none
	 */
	static List<Encoding> in(@Nullable String accepted) {
		if (accepted == null || accepted.length() > LONG) {
			return NOT_PACKED;
		}
		List<Encoding> known = KNOWN.get(accepted);
		if (known == null) {
			known = read(accepted);
			if (KNOWN.size() < REMEMBERED) {
				KNOWN.put(accepted, known);
			}
		}
		return known;
	}

	private static List<Encoding> read(String accepted) {
		return Stream.of(values())
			.filter((encoding) -> encoding == PLAIN || encoding.quality(accepted) > 0)
			.sorted(Comparator.comparing((encoding) -> -encoding.quality(accepted)))
			.toList();
	}

	private double quality(String accepted) {
		double others = 0;
		for (String element : accepted.split(",")) {
			String[] words = element.split(";", 2);
			String name = words[0].strip();
			double quality = (words.length > 1) ? weight(words[1]) : 1;
			if (name.equalsIgnoreCase(this.token)) {
				return quality;
			}
			if (name.equals("*")) {
				others = quality;
			}
		}
		return others;
	}

	/** RFC 9110, 12.4.2; what is not written like that is no refusal. */
	private static double weight(String parameter) {
		String compact = parameter.replace(" ", "").replace("\t", "");
		return compact.matches("q=[01](\\.[0-9]{0,3})?") ? Double.parseDouble(compact.substring(2)) : 1;
	}

}
