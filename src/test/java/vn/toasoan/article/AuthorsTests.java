package vn.toasoan.article;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;
import vn.toasoan.account.Role;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.OnH2;
import vn.toasoan.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An author writes drafts, sees only the own ones and publishes nothing.
 */
@OnH2
class AuthorsTests extends DeskContract {

	@Test
	void anAuthorSeesOnlyTheOwnDrafts() {
		Visitor author = this.newsroom.signIn(Role.AUTHOR);
		Visitor colleague = this.newsroom.signIn(Role.AUTHOR);
		String own = title();
		String other = title();
		create(author, own);
		create(colleague, other);
		assertThat(Html.texts(author.open("/admin/articles"), "tbody a")).containsExactly(own);
		assertThat(Html.texts(author.open("/admin"), "tbody a")).containsExactly(own);
	}

	@Test
	void theDraftOfSomebodyElseIsNotThereForAnAuthor() {
		Visitor author = this.newsroom.signIn(Role.AUTHOR);
		long id = create(this.newsroom.signIn(Role.AUTHOR), title());
		assertThat(author.get(desk(id))).hasStatus(404);
		assertThat(author.get(desk(id) + "/revisions")).hasStatus(404);
		var parameters = newArticle(author, "Chiếm bài").parameters();
		parameters.set("version", "1");
		assertThat(author.request(HttpMethod.POST, desk(id), parameters)).hasStatus(404);
		parameters.set("action", "xem-truoc");
		assertThat(author.request(HttpMethod.POST, desk(id), parameters)).hasStatus(404);
		assertThat(audit(id)).containsExactly("article.created");
	}

	@Test
	void anAuthorWorksOnADraftButFindsNoButtonToPublishIt() {
		Visitor author = this.newsroom.signIn(Role.AUTHOR);
		long id = create(author, title());
		Document page = author.sendAndFollow(opened(author, id).fill("body", "Bản hai."));
		assertThat(page.select("form[action$=/publication], form[action$=/withdrawal], form[action$=/corrections],"
				+ " a[href$=/discussion]"))
			.isEmpty();
		assertThat(author.open(desk(id) + "/revisions").select("tbody tr")).hasSize(2);
	}

	@Test
	void aDraftThatAnEditorHasPublishedIsOutOfTheAuthorsHands() {
		Visitor author = this.newsroom.signIn(Role.AUTHOR);
		long id = create(author, title());
		act(this.newsroom.signIn(Role.EDITOR), id, "publication");
		assertThat(author.get(desk(id))).hasStatus(404);
		assertThat(Html.texts(author.open("/admin/articles"), "tbody a")).isEmpty();
	}

}
