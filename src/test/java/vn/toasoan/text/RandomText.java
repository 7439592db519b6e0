package vn.toasoan.text;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Texts put together at random from a vocabulary that is chosen to hurt. Seeded, so that
 * a failure can be repeated.
 */
final class RandomText {

	private static final long SEED = 20240805;

	private static final int TEXTS = 3_000;

	private static final int MAX_PIECES = 24;

	private RandomText() {
	}

	/** Markup, attacks and Vietnamese words. */
	static Stream<String> hostile() {
		return of(List.of("*", "**", "***", "_", "`", "```", "```bieu-do", "~", "> ", ">", "# ", "- ", "1. ", "|",
				"|---|---|", "\n", "\n\n", "\r\n", " ", "\t", "[", "](", ")", "![", "](/anh/a.jpg \"x | y\")", "[^1]",
				"[^1]: ", "](#nguon-3)", "[3](#nguon-3)", "<", ">", "\"", "'", "&", "&#106;avascript:",
				"javascript:alert(1)", "java\tscript:", "data:text/html,<script>", "<script>alert(1)</script>",
				"<img src=x onerror=alert(1)>", "<svg onload=x>", "<style>*{}</style>", "<a href='javascript:x'>",
				"style=\"x\"", "onclick=\"x\"", "https://a.vn/", "http://b.vn/(c)", "https://user@c.vn", "//d.vn",
				"mailto:e@f.vn", "<https://g.vn/?a=1&b=2>", "tiêu đề: x", "đơn vị: y", "| a | 1,5 |", "| b* | 2 |",
				"— ", "Đà Nẵng", "ngữ", "33 %", "\u0000", "\u202E", "\u200B", "\uD83D", "\uDE00", "😀", "{{x}}",
				"</figure>", "<figure class=\"chart-figure\" id=\"bieu-do-1\"></figure>", "<!--", "-->", "<![CDATA["));
	}

	/** Letters, marks, joiners and spaces. */
	static Stream<String> letters() {
		return of(List.of("a", "Đ", "đ", "ế", "e\u0302\u0301", "Ự", "ß", "İ", "ı", "Σ", "ﬁ", "Å", "\u212B", "\u2329",
				"\uFF21", "½", "-", "--", ".", "'", "’", " ", "\u00A0", "\u3000", "\t", "\n", "\r", "\r\n", "\n\n",
				"\u2028", "\u0085", "\u0000", "\u0007", "\u0301", "\u0323", "\u0338", "\u034F", "\u200B", "\u200C",
				"\u200D", "\u200E", "\u202E", "\u2066", "\u2069", "\uFEFF", "\u00AD", "\uFE0F", "\uFE0E", "\u20E3", "1",
				"#", "👩", "👦", "❤", "←", "©", "🏴", "\uDB40\uDC67", "\uDB40\uDC7F", "\uD83D", "\uDE00", "가", "\u1160",
				"\u3164", "が", "か\u3099", "Москва", "中", "ا", "क\u094D\u200Dष", "x".repeat(70)));
	}

	private static Stream<String> of(List<String> vocabulary) {
		Random random = new Random(SEED);
		return Stream.generate(() -> {
			StringBuilder text = new StringBuilder();
			int pieces = random.nextInt(MAX_PIECES) + 1;
			for (int i = 0; i < pieces; i++) {
				text.append(vocabulary.get(random.nextInt(vocabulary.size())));
			}
			return text.toString();
		}).limit(TEXTS);
	}

}
