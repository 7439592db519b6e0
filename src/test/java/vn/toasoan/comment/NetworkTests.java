package vn.toasoan.comment;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NetworkTests {

	@ParameterizedTest
	@CsvSource({ "203.0.113.7, 203.0.113.7, true", "203.0.113.7, 203.0.113.8, false",
			"203.0.113.0/24, 203.0.113.255, true", "203.0.113.0/24, 203.0.114.0, false",
			"203.0.113.99/24, 203.0.113.1, true", "203.0.113.10-203.0.113.40, 203.0.113.40, true",
			"203.0.113.10 - 203.0.113.40, 203.0.113.41, false", "2001:db8::/48, 2001:db8:0:ffff::1, true",
			"2001:db8::/48, 2001:db8:1::, false", "::ffff:203.0.113.7, 203.0.113.7, true",
			"203.0.113.0/24, 2001:db8::1, false" })
	void itHoldsTheAddressesOfItsRange(String network, String address, boolean holds) {
		Network range = Network.of(network).orElseThrow();
		String digits = Network.digits(address);
		assertThat(digits).hasSize(32);
		assertThat(range.first().compareTo(digits) <= 0 && range.last().compareTo(digits) >= 0).isEqualTo(holds);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?", "example.vn", "203.0.113.0/11", "0.0.0.0/0", "203.0.113.0/33", "2001:db8::/23",
			"203.0.113.40-203.0.113.10", "203.0.113.1-2001:db8::1", "10.0.0.0-12.0.0.0", "203.0.113.0/x", "-", "/" })
	void whatIsNoNetworkOrTooLargeIsNotTaken(String written) {
		assertThat(Network.of(written)).isEmpty();
	}

}
