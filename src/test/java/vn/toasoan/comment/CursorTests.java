package vn.toasoan.comment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.toasoan.site.TestSecrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CursorTests {

	private static final long ARTICLE = 7;

	private static final String PATH = "000lfls";

	private final Cursor cursor = new Cursor(TestSecrets.secrets());

	private final String written = this.cursor.write(ARTICLE, "moi-nhat", PATH);

	private void assertForged(long article, String list, String text) {
		assertThatExceptionOfType(Cursor.ForgedCursor.class).as(text)
			.isThrownBy(() -> this.cursor.read(article, list, text));
	}

	@Test
	void whatWasWrittenIsReadAgain() {
		assertThat(this.cursor.read(ARTICLE, "moi-nhat", this.written)).isEqualTo(PATH);
		assertThat(this.written).as("fit for an address").matches("[A-Za-z0-9._-]+");
	}

	@Test
	void itBelongsToOneArticle() {
		assertForged(ARTICLE + 1, "moi-nhat", this.written);
	}

	@Test
	void itBelongsToOneList() {
		assertForged(ARTICLE, "cu-nhat", this.written);
	}

	@Test
	void nobodyCanLeadItElsewhere() {
		assertForged(ARTICLE, "moi-nhat", this.written.replace(PATH, "000lflt"));
	}

	@Test
	void everyCharacterCounts() {
		for (int i = 0; i < this.written.length(); i++) {
			char changed = (this.written.charAt(i) != 'a') ? 'a' : 'b';
			assertForged(ARTICLE, "moi-nhat", this.written.substring(0, i) + changed + this.written.substring(i + 1));
		}
		assertForged(ARTICLE, "moi-nhat", this.written + "a");
		assertForged(ARTICLE, "moi-nhat", this.written.substring(0, this.written.length() - 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", PATH, PATH + ".", "gia", "' or 1=1 --", "a.b.c" })
	void whatWasMadeUpIsRefused(String text) {
		assertForged(ARTICLE, "moi-nhat", text);
	}

}
