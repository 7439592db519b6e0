package vn.toasoan.reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import vn.toasoan.comment.ManagementLink;
import vn.toasoan.comment.ReaderCookie;
import vn.toasoan.comment.ReaderCookie.Reader;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.web.Freshness;

/**
 * Takes a reader's key to another device. Following the link changes nothing yet, since
 * programs follow links, too: the button does.
 */
@Controller
@RequestMapping("/lien-ket-quan-ly/{token}")
class ManagementLinkController {

	private final ManagementLink link;

	private final ReaderCookie cookie;

	ManagementLinkController(ManagementLink link, ReaderCookie cookie) {
		this.link = link;
		this.cookie = cookie;
	}

	@GetMapping
	String ask(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
		ReaderKey key = this.link.read(token);
		model.addAttribute("action", this.link.path(key));
		model.addAttribute("other",
				this.cookie.read(request).filter((reader) -> !reader.key().equals(key)).isPresent());
		Freshness.forOneReader(response);
		return "reading/management-link";
	}

	/**
	 * A device that has the key already keeps the name it knows.
	 */
	@PostMapping
	View take(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
		ReaderKey key = this.link.read(token);
		String name = this.cookie.read(request)
			.filter((reader) -> reader.key().equals(key))
			.map(Reader::name)
			.orElse("");
		this.cookie.write(response, key, name);
		return SeeOther.to(OwnCommentsController.PATH);
	}

}
