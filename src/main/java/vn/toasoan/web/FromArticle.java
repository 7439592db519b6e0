package vn.toasoan.web;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The article from which staff have come to a form of the desk, and to which it leads
 * back. Public pages have no session, so the address says what was done there.
 *
 * @param path of the article's page; empty where nobody came from one
 */
public record FromArticle(String path) {

	/** The parameter of the desk's forms, and the one of the article's page. */
	public static final String DONE = "cong-tac";

	/** Nothing but an article of this site. */
	private static final Pattern ARTICLE = Pattern.compile("/bai-viet/[a-z0-9-]{1,200}");

	/**
	 * @param path as a browser sends it; what is no article's is as if nothing was sent
	 */
	public static FromArticle of(@Nullable String path) {
		return new FromArticle((path != null && ARTICLE.matcher(path).matches()) ? path : "");
	}

	public boolean isThere() {
		return !this.path.isEmpty();
	}

	/**
	 * The redirect to the discussion below the article, which tells what was done.
	 */
	public String back(Done done) {
		return "redirect:" + this.path + "?" + DONE + "=" + done.parameter + "#binh-luan";
	}

	/**
	 * What was done at the desk.
	 */
	public enum Done {

		/** The discussion's mode, its end or the word to those who write. */
		SAVED("da-luu", "discussion.saved"),

		STORM_BEGUN("bao-da-bat", "storm.begun"),

		/** Somebody else was faster. */
		STORM_THERE("da-co-bao", "storm.already"),

		STORM_CALMED("bao-da-tat", "storm.calmed"),

		/** Somebody else was faster, or it has ended by itself. */
		NO_STORM("khong-con-bao", "storm.none");

		private final String parameter;

		private final String notice;

		Done(String parameter, String notice) {
			this.parameter = parameter;
			this.notice = notice;
		}

		public static Optional<Done> of(String parameter) {
			return Stream.of(values()).filter((one) -> one.parameter.equals(parameter)).findFirst();
		}

		/**
		 * The key of the sentence that tells it, after {@code notice.}
		 */
		public String notice() {
			return this.notice;
		}

		/**
		 * Whether it was what the editor wanted.
		 */
		public boolean isDone() {
			return this != STORM_THERE && this != NO_STORM;
		}

	}

}
