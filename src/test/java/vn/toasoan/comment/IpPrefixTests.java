package vn.toasoan.comment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IpPrefixTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			203.0.113.77, 203.0.113.0/24
			203.0.113.0, 203.0.113.0/24
			255.255.255.255, 255.255.255.0/24
			2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64
			2001:DB8:1:2::1, 2001:db8:1:2:0:0:0:0/64
			::1, 0:0:0:0:0:0:0:0/64
			fe80::1%eth0, fe80:0:0:0:0:0:0:0/64
			::ffff:203.0.113.77, 203.0.113.0/24
			""")
	void onlyTheNeighbourhoodIsLeft(String address, String prefix) {
		assertThat(IpPrefix.of(address)).isEqualTo(prefix);
	}

	@Test
	void neighboursHaveTheSamePrefixAndOthersDoNot() {
		assertThat(IpPrefix.of("203.0.113.1")).isEqualTo(IpPrefix.of("203.0.113.254"))
			.isNotEqualTo(IpPrefix.of("203.0.114.1"));
		assertThat(IpPrefix.of("2001:db8:1:2::1")).isEqualTo(IpPrefix.of("2001:db8:1:2:ffff::"))
			.isNotEqualTo(IpPrefix.of("2001:db8:1:3::1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "localhost", "bao.example.vn", "unknown", "cafe", "203.0.113.7:8080",
			"[2001:db8::1]", "2001:db8:::1", ":", "1:2:3:4:5:6:7:8:9", "203.0.113.7, 10.0.0.1" })
	void whatIsNotAnAddressHasNoPrefix(String text) {
		assertThat(IpPrefix.of(text)).isEqualTo("?");
	}

}
