package vn.toasoan.reading;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.toasoan.comment.LatestComments;
import vn.toasoan.web.Freshness;
import vn.toasoan.web.Listing;

/**
 * The newest comments of the whole site.
 */
@Controller
class LatestCommentsController {

	private final LatestComments comments;

	LatestCommentsController(LatestComments comments) {
		this.comments = comments;
	}

	@GetMapping("/binh-luan")
	String latest(@RequestParam(name = "trang", defaultValue = "1") int page, Model model,
			HttpServletResponse response) {
		model.addAttribute("comments", this.comments.page(Listing.checked(page)).existing());
		Freshness.forEverybody(response, List.of(), Freshness.ALL_COMMENTS);
		return "reading/latest-comments";
	}

}
