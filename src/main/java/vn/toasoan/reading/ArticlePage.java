package vn.toasoan.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import vn.toasoan.article.PublishedArticle;
import vn.toasoan.article.PublishedArticles;
import vn.toasoan.comment.CommentOrder;
import vn.toasoan.comment.CommentSource;
import vn.toasoan.comment.Discussion;
import vn.toasoan.comment.Discussions;
import vn.toasoan.comment.ReaderCookie.Reader;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.comment.ThreadPage;
import vn.toasoan.comment.Threads;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.web.Freshness;
import vn.toasoan.web.Shelf;

/**
 * Puts the article and its discussion together; the same page for those who read, who
 * look at a preview, and whose comment was not taken. Eight SQL statements, nine for a
 * reader who has commented, or is about to answer; of these, three and four for the
 * discussion. None for what is on the {@link Shelf} already.
 */
@Component
class ArticlePage {

	private final PublishedArticles articles;

	private final Discussions discussions;

	private final Threads threads;

	private final ArticleWords words;

	private final OwnMarks own;

	private final SiteSettings site;

	private final Shelf shelf;

	ArticlePage(PublishedArticles articles, Discussions discussions, Threads threads, ArticleWords words, OwnMarks own,
			SiteSettings site, Shelf shelf) {
		this.articles = articles;
		this.discussions = discussions;
		this.threads = threads;
		this.words = words;
		this.own = own;
		this.site = site;
		this.shelf = shelf;
	}

	/**
	 * Fills the model, in one transaction: the ones of its parts would each cost a
	 * commit.
	 * @param view what of the discussion is asked for
	 * @param reader who asks; null for one who has not commented yet
	 * @param model of the page; what is in it for staff is for them alone
	 * @return the template's name
	 */
	@Transactional(readOnly = true)
	String show(PublishedArticle article, View view, @Nullable Reader reader, Model model,
			HttpServletResponse response) {
		ReaderKey key = (reader != null) ? reader.key() : null;
		model.addAttribute("article", article);
		model.addAttribute("body", this.words.in(article.html()));
		model.addAttribute("url", this.site.absolute(article.path()));
		boolean shared = view.isFirst(key);
		long id = article.id();
		Discussion discussion = read(shared, id, Discussion.class, () -> this.discussions.of(id));
		CommentOrder order = view.order(discussion);
		ThreadPage threads = read(shared, id, order,
				() -> this.threads.page(id, order, view.source(), view.after(), view.replyTo(), key));
		model.addAttribute("discussion", discussion);
		model.addAttribute("threads", threads);
		model.addAttribute("replyTo", threads.replyTo());
		model.addAttribute("view", this.threads.has(article.id(), view.received()) ? view : view.withoutAnswer());
		model.addAttribute("order", order);
		model.addAttribute("orders", List.of(CommentOrder.values()));
		this.own.show(view.received(), key, model);
		model.addAttribute("readNext", this.articles.readNext(article));
		if (reader != null || view.isAnswer() || AtTheDesk.isFor(model)) {
			Freshness.forOneReader(response);
		}
		else {
			Freshness.forEverybody(response, List.of(article.id()));
		}
		return "reading/article";
	}

	private <T> T read(boolean shared, long articleId, Object key, Supplier<T> read) {
		return shared ? this.shelf.get(articleId, key, read) : read.get();
	}

	/**
	 * What of a discussion is asked for.
	 *
	 * @param chosen null for the order that is usual here
	 * @param source only threads from there; null for all
	 * @param after cursor of the page before; empty for the first
	 * @param replyTo public id of the comment to be answered; empty for none
	 * @param received public id of a comment that was taken and waits; empty for none
	 */
	record View(@Nullable CommentOrder chosen, @Nullable CommentSource source, String after, String replyTo,
			String received) {

		static View of(String order, String source, String after, String replyTo, String received) {
			return new View(CommentOrder.of(order).orElse(null), CommentSource.of(source).orElse(null), after, replyTo,
					received.matches("[a-z0-9]{12}") ? received : "");
		}

		static View first(String replyTo) {
			return of("", "", "", replyTo, "");
		}

		CommentOrder order(Discussion discussion) {
			return (this.chosen != null) ? this.chosen : discussion.order();
		}

		/**
		 * The parameter that keeps the chosen order, with the sign that parts it from the
		 * next; empty where none was chosen.
		 */
		public String orderParameter() {
			return (this.chosen != null) ? "xep=" + this.chosen.parameter() + "&" : "";
		}

		/**
		 * Whether it is the first page of a discussion, in some order, as everybody sees
		 * it.
		 * @param reader who asks; null for one who has not commented yet
		 */
		boolean isFirst(@Nullable ReaderKey reader) {
			return reader == null && this.source == null && this.after.isEmpty() && this.replyTo.isEmpty()
					&& this.received.isEmpty();
		}

		/**
		 * Whether the page answers something that one reader has just done.
		 */
		boolean isAnswer() {
			return !this.received.isEmpty();
		}

		View withoutAnswer() {
			return new View(this.chosen, this.source, this.after, this.replyTo, "");
		}

		/**
		 * Whether only comments of this source are shown; null asks for all.
		 */
		public boolean shows(@Nullable CommentSource other) {
			return Optional.ofNullable(this.source).equals(Optional.ofNullable(other));
		}

	}

}
