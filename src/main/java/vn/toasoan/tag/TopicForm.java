package vn.toasoan.tag;

import java.text.Normalizer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.toasoan.text.Slug;

/**
 * The form for a topic.
 *
 * @param position its place in the masthead; empty for a tag
 */
record TopicForm(@Size(max = 80, message = "{topic.name.long}") String name,
		@Min(value = 1, message = "{topic.position.invalid}") @Max(value = 99,
				message = "{topic.position.invalid}") @Nullable Integer position) {

	TopicForm {
		name = (name != null) ? Normalizer.normalize(name, Normalizer.Form.NFC).strip() : "";
	}

	void check(Errors errors) {
		if (Slug.of(this.name).isEmpty()) {
			errors.rejectValue("name", "topic.name.missing");
		}
	}

}
