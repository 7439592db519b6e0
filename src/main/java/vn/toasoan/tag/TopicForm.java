package vn.toasoan.tag;

import java.text.Normalizer;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.toasoan.text.Slug;

/**
 * The form for a topic.
 *
 * @param position its place in the masthead, 1 to 99; empty for a tag
 */
record TopicForm(@Size(max = 80, message = "{topic.name.long}") String name,
		@Pattern(regexp = "|[1-9][0-9]?", message = "{topic.position.invalid}") String position) {

	TopicForm {
		name = (name != null) ? Normalizer.normalize(name, Normalizer.Form.NFC).strip() : "";
		position = (position != null) ? position.strip() : "";
	}

	/**
	 * The place in the masthead; null for a tag.
	 */
	@Nullable Integer place() {
		return this.position.isEmpty() ? null : Integer.valueOf(this.position);
	}

	void check(Errors errors) {
		if (Slug.of(this.name).isEmpty()) {
			errors.rejectValue("name", "topic.name.missing");
		}
	}

}
