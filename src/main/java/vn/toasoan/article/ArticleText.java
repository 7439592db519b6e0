package vn.toasoan.article;

/**
 * What editors write of an article: everything but its address and its state.
 *
 * @param title the headline
 * @param standfirst the sentence or two below it
 * @param byline who signs it
 * @param body Markdown
 * @param sources one a line, see {@link Source}
 */
public record ArticleText(String title, String standfirst, String byline, String body, String sources) {
}
