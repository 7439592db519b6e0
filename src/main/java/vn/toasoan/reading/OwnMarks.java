package vn.toasoan.reading;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.toasoan.comment.ManagementLink;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.site.SiteSettings;

/**
 * What a thread says beside a reader's own comments: what may still be done with them,
 * and, right after one was sent, by which link that goes on any device.
 */
@Component
class OwnMarks {

	private final ManagementLink link;

	private final SiteSettings site;

	private final Clock clock;

	OwnMarks(ManagementLink link, SiteSettings site, Clock clock) {
		this.link = link;
		this.site = site;
		this.clock = clock;
	}

	/**
	 * The address of a place that says that a comment was received.
	 * @param place path and fragment, perhaps with parameters
	 */
	static String received(String place, String publicId) {
		int fragment = place.indexOf('#');
		String path = place.substring(0, fragment);
		return path + (path.contains("?") ? "&" : "?") + "da-nhan=" + publicId + place.substring(fragment);
	}

	/**
	 * Fills the model for {@code fragments/comment}.
	 * @param received public id of a comment that was just sent; empty for none
	 */
	void show(String received, @Nullable ReaderKey reader, Model model) {
		model.addAttribute("now", this.clock.instant());
		if (reader != null && !received.isEmpty()) {
			model.addAttribute("received", received);
			model.addAttribute("management", this.site.absolute(this.link.path(reader)));
		}
	}

}
