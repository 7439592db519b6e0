package vn.toasoan.article;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.account.Role;
import vn.toasoan.testing.AtOnce;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.Visitor;
import vn.toasoan.text.Slug;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of the addresses that an article once had.
 */
abstract class AddressesContract extends DeskContract {

	private static String address() {
		return Slug.of(title());
	}

	@Test
	void anOldAddressLeadsToTheNewOne() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		long id = createAndPublish(editor, title());
		String old = slug(id);
		String wanted = address();
		rename(editor, id, wanted);
		assertThat(slug(id)).isEqualTo(wanted);
		assertThat(read("/bai-viet/" + wanted)).hasStatusOk();
		assertMoved(old, wanted);
	}

	@Test
	void afterTwoRenamesBothOldAddressesLeadStraightToTheNewest() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		long id = createAndPublish(editor, title());
		String first = slug(id);
		String second = address();
		String third = address();
		rename(editor, id, second);
		rename(editor, id, third);
		assertMoved(first, third);
		assertMoved(second, third);
	}

	@Test
	void anArticleMayGoBackToAnAddressOfItsOwn() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		long id = createAndPublish(editor, title());
		String first = slug(id);
		String second = address();
		rename(editor, id, second);
		rename(editor, id, first);
		assertThat(read("/bai-viet/" + first)).hasStatusOk();
		assertMoved(second, first);
	}

	@Test
	void anAddressStaysItsArticlesEvenWhenLeft() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String title = title();
		long id = createAndPublish(editor, title);
		String left = slug(id);
		rename(editor, id, address());
		assertThat(editor.send(newArticle(editor, title()).fill("slug", left))).hasStatus(422);
		assertThat(slug(create(editor, title))).isEqualTo(left + "-2");
	}

	@Test
	void anEmptyAddressKeepsTheOneThatIsThere() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		long id = create(editor, title());
		String slug = slug(id);
		editor.sendAndFollow(opened(editor, id).fill("title", "Một tiêu đề khác hẳn").fill("slug", ""));
		assertThat(slug(id)).isEqualTo(slug);
	}

	@Test
	void theOldAddressOfADraftTellsReadersNothing() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		long id = create(editor, title());
		String old = slug(id);
		rename(editor, id, address());
		assertThat(read("/bai-viet/" + old)).hasStatus(404);
	}

	@Test
	void allAddressesOfAWithdrawnArticleAreGone() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		long id = createAndPublish(editor, title());
		String old = slug(id);
		rename(editor, id, address());
		act(editor, id, "withdrawal");
		assertThat(read("/bai-viet/" + old)).hasStatus(410);
		assertThat(read(path(id))).hasStatus(410);
	}

	@Test
	void ofTwoArticlesThatWantTheSameAddressAtOnceOneGetsItAndTheOtherKeepsItsText() {
		for (int round = 1; round <= 3; round++) {
			Visitor one = this.newsroom.signIn(Role.EDITOR);
			Visitor two = this.newsroom.signIn(Role.EDITOR);
			String wanted = address();
			Form first = opened(one, create(one, title())).fill("slug", wanted).fill("body", "Của tôi.");
			Form second = opened(two, create(two, title())).fill("slug", wanted).fill("body", "Của tôi.");
			List<MvcTestResult> results = AtOnce.run(() -> one.send(first), () -> two.send(second));
			assertThat(results).as("round " + round)
				.extracting((result) -> result.getResponse().getStatus())
				.containsExactlyInAnyOrder(302, 422);
			MvcTestResult refused = results.stream()
				.filter((result) -> result.getResponse().getStatus() == 422)
				.findFirst()
				.orElseThrow();
			assertThat(Html.text(Html.of(refused), "#slug-error")).startsWith("Đường dẫn này đang");
			assertThat(Html.only(Html.of(refused), "#body").wholeText()).isEqualTo("Của tôi.");
			assertThat(this.newsroom.column("select id from article where slug = ?", wanted)).hasSize(1);
		}
	}

}
