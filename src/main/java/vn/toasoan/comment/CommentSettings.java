package vn.toasoan.comment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator says about comments.
 *
 * @param mode holds for every article that has none of its own
 */
@ConfigurationProperties("toasoan.comments")
record CommentSettings(@DefaultValue("FIRST_TIME") CommentMode mode) {
}
