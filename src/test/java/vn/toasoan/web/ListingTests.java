package vn.toasoan.web;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ListingTests {

	@Test
	void theRowThatDoesNotFitTellsThatThereIsAnotherPage() {
		assertThat(Listing.of(List.of("a", "b", "c"), 1, 2)).isEqualTo(new Listing<>(List.of("a", "b"), 1, true));
	}

	@Test
	void aFullPageMayBeTheLast() {
		assertThat(Listing.of(List.of("a", "b"), 3, 2)).isEqualTo(new Listing<>(List.of("a", "b"), 3, false));
	}

	@Test
	void aPageMayBeEmpty() {
		assertThat(Listing.of(List.of(), 1, 2)).isEqualTo(new Listing<>(List.of(), 1, false));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 10_000 })
	void aPageHasANumberFrom1To10000(int number) {
		assertThat(Listing.checked(number)).isEqualTo(number);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, 10_001, Integer.MAX_VALUE, Integer.MIN_VALUE })
	void thereIsNoOtherPage(int number) {
		assertThatExceptionOfType(NoSuchPage.class).isThrownBy(() -> Listing.checked(number));
	}

	@ParameterizedTest
	@CsvSource({ "1, 20, 0", "2, 20, 20", "10000, 100, 999900" })
	void allPagesBeforeAreFull(int number, int size, int before) {
		assertThat(Listing.offset(number, size)).isEqualTo(before);
	}

}
