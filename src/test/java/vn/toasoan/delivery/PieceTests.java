package vn.toasoan.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PieceTests {

	@RepeatedTest(20)
	void piecesThatArePackedOneByOneUnpackAsOnePage(RepetitionInfo repetition) throws IOException {
		var random = new Random(repetition.getCurrentRepetition());
		List<Piece> pieces = new ArrayList<>();
		StringBuilder page = new StringBuilder();
		for (int n = random.nextInt(30); n > 0; n--) {
			String text = text(random);
			pieces.add(random.nextBoolean() ? Piece.of(text) : cut(text));
			page.append(text);
		}
		assertThat(Piece.together(pieces)).asString().isEqualTo(page.toString());
		assertThat(unpack(Piece.packed(pieces))).isEqualTo(page.toString());
	}

	@Test
	void aPageOfNothingIsAWholePage() throws IOException {
		assertThat(unpack(Piece.packed(List.of()))).isEmpty();
		assertThat(unpack(Piece.packed(List.of(Piece.of("")))).isEmpty()).isTrue();
	}

	@Test
	void theSamePieceServesManyPages() throws IOException {
		Piece thread = Piece.of("<li>Một bình luận.</li>".repeat(100));
		for (int times = 1; times < 4; times++) {
			assertThat(unpack(Piece.packed(List.of(thread, Piece.of("Ỷ Lan"), thread)))).hasSize(2 * 2300 + 5);
		}
		assertThat(Piece.packed(List.of(thread))).hasSizeLessThan(200);
	}

	/**
	 * Of any length, also beyond what a block holds, with much or little to be packed.
	 */
	private static String text(Random random) {
		int length = random.nextBoolean() ? random.nextInt(20) : random.nextInt(100_000);
		int letters = 1 + random.nextInt(200);
		return random.ints(length, 'ế', 'ế' + letters)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private static Piece cut(String text) {
		byte[] bytes = ("(" + text + ")").getBytes(StandardCharsets.UTF_8);
		return Piece.of(bytes, 1, bytes.length - 1);
	}

	private static String unpack(byte[] packed) throws IOException {
		return new String(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(), StandardCharsets.UTF_8);
	}

}
