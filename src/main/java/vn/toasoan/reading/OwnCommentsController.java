package vn.toasoan.reading;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.toasoan.comment.ManagementLink;
import vn.toasoan.comment.OwnComments;
import vn.toasoan.comment.ReaderCookie;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.web.Freshness;
import vn.toasoan.web.Listing;

/**
 * All that a reader has written, for the reader alone.
 */
@Controller
@RequestMapping(OwnCommentsController.PATH)
class OwnCommentsController {

	static final String PATH = "/binh-luan-cua-toi";

	private final OwnComments comments;

	private final ManagementLink link;

	private final ReaderCookie cookie;

	private final SiteSettings site;

	private final Clock clock;

	OwnCommentsController(OwnComments comments, ManagementLink link, ReaderCookie cookie, SiteSettings site,
			Clock clock) {
		this.comments = comments;
		this.link = link;
		this.cookie = cookie;
		this.site = site;
		this.clock = clock;
	}

	@GetMapping
	String list(@RequestParam(name = "trang", defaultValue = "1") int number, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		int page = Listing.checked(number);
		this.cookie.read(request).ifPresent((reader) -> {
			model.addAttribute("comments", this.comments.page(reader.key(), page).existing());
			model.addAttribute("management", this.site.absolute(this.link.path(reader.key())));
		});
		model.addAttribute("now", this.clock.instant());
		Freshness.forOneReader(response);
		return "reading/own";
	}

}
