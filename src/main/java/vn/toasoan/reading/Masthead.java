package vn.toasoan.reading;

import java.util.List;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.toasoan.tag.TopicDirectory;
import vn.toasoan.tag.TopicLink;

/**
 * The sections in the masthead of the public pages.
 */
@ControllerAdvice(basePackageClasses = Masthead.class)
class Masthead {

	private final TopicDirectory topics;

	Masthead(TopicDirectory topics) {
		this.topics = topics;
	}

	@ModelAttribute("sections")
	List<TopicLink> sections() {
		return this.topics.sections();
	}

}
