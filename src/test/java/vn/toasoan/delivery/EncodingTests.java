package vn.toasoan.delivery;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EncodingTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			gzip, deflate, br, zstd        | br gzip identity
			gzip                           | gzip identity
			BR                             | br identity
			*                              | br gzip identity
			br;q=0, *                      | gzip identity
			br;q=0.5, gzip                 | gzip br identity
			br ; q = 0.5 , gzip ; q = 0.9  | gzip br identity
			gzip;q=0, br;q=0.000           | identity
			*;q=0                          | identity
			identity;q=0, gzip             | gzip identity
			identity;q=1, gzip;q=0.5       | identity gzip
			identity, gzip                 | gzip identity
			*;q=0.5, gzip;q=0.3            | br identity gzip
			brotli, gz, x-br               | identity
			,;,q=,gzip ; q = 0.000         | identity
			gzip;level=1                   | gzip identity
			gzip;q=7                       | gzip identity
			""")
	void theClientsWishIsReadAsTheStandardSays(String accepted, String encodings) {
		assertThat(tokens(accepted)).isEqualTo(encodings);
		assertThat(tokens(accepted)).as("the second time").isEqualTo(encodings);
	}

	@Test
	void whoSaysNothingOrFarTooMuchGetsPlainBytes() {
		assertThat(Encoding.in(null)).containsExactly(Encoding.PLAIN);
		assertThat(tokens("")).isEqualTo("identity");
		assertThat(tokens("gzip," + "x,".repeat(500))).isEqualTo("identity");
	}

	@Test
	void howeverManyWaysThereAreToSayItNoneIsMisread() {
		for (int n = 0; n < 1000; n++) {
			assertThat(tokens("x" + n + ", gzip")).isEqualTo("gzip identity");
		}
		assertThat(tokens("br")).isEqualTo("br identity");
	}

	private static String tokens(String accepted) {
		return Encoding.in(accepted).stream().map(Encoding::token).collect(Collectors.joining(" "));
	}

}
