package vn.toasoan.article;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SourceTests {

	@Test
	void aLineNamesTitlePublisherAndAddress() {
		assertThat(Source.parse("Báo cáo thường niên | Bộ Công Thương | https://moit.gov.vn/bao-cao?nam=2026#ii"))
			.containsExactly(
					new Source("Báo cáo thường niên", "Bộ Công Thương", "https://moit.gov.vn/bao-cao?nam=2026#ii"));
	}

	@Test
	void publisherAndAddressMayBeMissing() {
		assertThat(Source.parse("""
				Báo cáo
				Phỏng vấn | Tòa soạn
				Ghi chép |
				Thông cáo | | https://example.vn/
				Niên giám | Tổng cục Thống kê |
				""")).containsExactly(new Source("Báo cáo", "", null), new Source("Phỏng vấn", "Tòa soạn", null),
				new Source("Ghi chép", "", null), new Source("Thông cáo", "", "https://example.vn/"),
				new Source("Niên giám", "Tổng cục Thống kê", null));
	}

	@Test
	void emptyLinesAndSpacesMeanNothing() {
		assertThat(Source.parse("\r\n  Một|Sở|http://so.example.vn  \r\n\r\n\t\nHai\r\n"))
			.containsExactly(new Source("Một", "Sở", "http://so.example.vn"), new Source("Hai", "", null));
		assertThat(Source.parse("")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "data:text/html,x", "ftp://example.vn/", "//example.vn/", "/tin",
			"example.vn", "https://", "https:///tin", "mailto:a@example.vn", "https://exa mple.vn/" })
	void onlyAnAddressOnTheWebBecomesALink(String address) {
		String line = "Báo cáo | Sở | " + address;
		assertThat(Source.parse(line)).containsExactly(new Source("Báo cáo", "Sở", null));
		assertThat(Source.firstWrong(line)).isEqualTo(line);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n ", "Báo cáo", "Báo cáo |", "Báo cáo | Sở |", "Báo cáo || https://example.vn",
			"Báo cáo | Sở | https://vi.wikipedia.org/wiki/Đà_Nẵng", "Báo cáo | Sở | http://192.0.2.1:8080/" })
	void theseLinesAreRight(String lines) {
		assertThat(Source.firstWrong(lines)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "|", "| Sở", " | Sở | https://example.vn/", "Báo cáo | Sở | https://example.vn/ | nữa",
			"Báo cáo | Sở | https://example.vn/?a=1|2", "||||" })
	void theseAreWrong(String line) {
		assertThat(Source.firstWrong("Đúng | Sở\n" + line + "\nSai nữa | | x")).isEqualTo(line.strip());
	}

}
