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

	private final String written = this.cursor.write(ARTICLE, CommentOrder.NEWEST, PATH);

	private void assertForged(long article, CommentOrder order, String text) {
		assertThatExceptionOfType(Cursor.ForgedCursor.class).as(text)
			.isThrownBy(() -> this.cursor.read(article, order, text));
	}

	@Test
	void whatWasWrittenIsReadAgain() {
		assertThat(this.cursor.read(ARTICLE, CommentOrder.NEWEST, this.written)).isEqualTo(PATH);
		assertThat(this.written).as("fit for an address").matches("[A-Za-z0-9._-]+");
	}

	@Test
	void itBelongsToOneArticle() {
		assertForged(ARTICLE + 1, CommentOrder.NEWEST, this.written);
	}

	@Test
	void itBelongsToOneOrder() {
		assertForged(ARTICLE, CommentOrder.OLDEST, this.written);
	}

	@Test
	void nobodyCanLeadItElsewhere() {
		assertForged(ARTICLE, CommentOrder.NEWEST, this.written.replace(PATH, "000lflt"));
	}

	@Test
	void everyCharacterCounts() {
		for (int i = 0; i < this.written.length(); i++) {
			char changed = (this.written.charAt(i) != 'a') ? 'a' : 'b';
			assertForged(ARTICLE, CommentOrder.NEWEST,
					this.written.substring(0, i) + changed + this.written.substring(i + 1));
		}
		assertForged(ARTICLE, CommentOrder.NEWEST, this.written + "a");
		assertForged(ARTICLE, CommentOrder.NEWEST, this.written.substring(0, this.written.length() - 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", PATH, PATH + ".", "gia", "' or 1=1 --", "a.b.c" })
	void whatWasMadeUpIsRefused(String text) {
		assertForged(ARTICLE, CommentOrder.NEWEST, text);
	}

}
