package vn.toasoan.comment;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.toasoan.site.CannotStart;

/**
 * What the operator says about comments.
 *
 * @param mode holds for every article that has none of its own
 * @param storms whether storms of bad comments are watched for; editors may begin one
 * without that
 * @param learning whether words are held that editors have rejected often
 * @param closeAfter days after which an article takes no more comments; null for never
 * @param holdAfter days after which all comments below an article wait; null for never
 */
@ConfigurationProperties("toasoan.comments")
record CommentSettings(@DefaultValue("FIRST_TIME") CommentMode mode, @DefaultValue("true") boolean storms,
		@DefaultValue("true") boolean learning, @Nullable Integer closeAfter, @Nullable Integer holdAfter) {

	/**
	 * @throws CannotStart if a number of days is less than 1
	 */
	CommentSettings {
		days("TOASOAN_COMMENTS_CLOSE_AFTER", closeAfter);
		days("TOASOAN_COMMENTS_HOLD_AFTER", holdAfter);
	}

	private static void days(String name, @Nullable Integer days) {
		if (days != null && days < 1) {
			throw new CannotStart(name + " phải là số ngày, từ 1 trở lên, chứ không phải “" + days + "”.", null);
		}
	}

}
