package vn.toasoan.web;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TrustedProxies}: the proxies are 10.0.0.1, the network 192.168.0.0/16
 * and 2001:db8:ffff::/48.
 */
class TrustedProxiesTests {

	private final TrustedProxies proxies = new TrustedProxies(
			List.of("10.0.0.1", " 192.168.0.0/16 ", "2001:db8:ffff::/48"));

	private String reader(String peer, String... forwarded) throws Exception {
		return reader(this.proxies, peer, forwarded);
	}

	/**
	 * The reader's address as the pages see it.
	 * @param forwarded the lines of the header
	 */
	private static String reader(TrustedProxies proxies, String peer, String... forwarded) throws Exception {
		var request = new MockHttpServletRequest();
		request.setRemoteAddr(peer);
		for (String line : forwarded) {
			request.addHeader("X-Forwarded-For", line);
		}
		var chain = new MockFilterChain();
		proxies.doFilter(request, new MockHttpServletResponse(), chain);
		return Objects.requireNonNull(chain.getRequest()).getRemoteAddr();
	}

	@ParameterizedTest
	@CsvSource({ "10.0.0.1", "192.168.0.1", "192.168.255.254", "2001:db8:ffff::1", "2001:DB8:FFFF:0:1:2:3:4" })
	void aTrustedProxySaysWhoTheReaderIs(String proxy) throws Exception {
		assertThat(reader(proxy, "203.0.113.7")).isEqualTo("203.0.113.7");
		assertThat(reader(proxy, "2001:db8::7")).isEqualTo("2001:db8::7");
	}

	@ParameterizedTest
	@CsvSource({ "10.0.0.2", "192.169.0.1", "203.0.113.66", "2001:db8:fffe::1", "::1" })
	void whatAnybodyElseClaimsIsIgnored(String stranger) throws Exception {
		assertThat(reader(stranger, "203.0.113.7")).isEqualTo(stranger);
		assertThat(reader(stranger, "203.0.113.7, 10.0.0.1")).isEqualTo(stranger);
	}

	@Test
	void withoutTheHeaderTheReaderIsWhoeverAsks() throws Exception {
		assertThat(reader("203.0.113.7")).isEqualTo("203.0.113.7");
		assertThat(reader("10.0.0.1")).isEqualTo("10.0.0.1");
	}

	@Test
	void withoutProxiesNobodyIsTrusted() throws Exception {
		assertThat(reader(new TrustedProxies(List.of()), "127.0.0.1", "203.0.113.7")).isEqualTo("127.0.0.1");
	}

	@Test
	void behindSeveralProxiesTheLastHopThatIsNotOursIsTheReader() throws Exception {
		assertThat(reader("10.0.0.1", "203.0.113.7, 192.168.3.4,2001:db8:ffff::2")).isEqualTo("203.0.113.7");
	}

	@Test
	void whatTheReaderHasWrittenIntoTheHeaderIsIgnored() throws Exception {
		assertThat(reader("10.0.0.1", "198.51.100.1, 203.0.113.7")).isEqualTo("203.0.113.7");
		assertThat(reader("10.0.0.1", "10.0.0.1, 192.168.0.1, 203.0.113.7, 192.168.3.4")).isEqualTo("203.0.113.7");
		assertThat(reader("10.0.0.1", "'; drop table, , 203.0.113.7")).isEqualTo("203.0.113.7");
	}

	@Test
	void whereAllHopsAreOursTheFirstOneAsked() throws Exception {
		assertThat(reader("10.0.0.1", "192.168.3.4, 192.168.3.5")).isEqualTo("192.168.3.4");
	}

	@Test
	void severalLinesOfTheHeaderAreOneList() throws Exception {
		assertThat(reader("10.0.0.1", "198.51.100.1", "203.0.113.7")).isEqualTo("203.0.113.7");
		assertThat(reader("10.0.0.1", "198.51.100.1, 203.0.113.7", "192.168.3.4")).isEqualTo("203.0.113.7");
	}

}
