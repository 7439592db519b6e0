package vn.toasoan.moderation;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.toasoan.web.Freshness;
import vn.toasoan.web.OneClick;

/**
 * Ends a digest through the link in it; nobody has to sign in for that.
 */
@Controller
@RequestMapping(OneClick.DIGESTS + "{token}" + OneClick.END)
class DigestEndController {

	private final Digests digests;

	private final DigestLinks links;

	DigestEndController(Digests digests, DigestLinks links) {
		this.digests = digests;
		this.links = links;
	}

	@GetMapping
	String ask(@PathVariable String token, Model model, HttpServletResponse response) {
		this.links.ended(token);
		return show(token, false, model, response);
	}

	/**
	 * Also asked by mail programs, which must not be led on (RFC 8058, 3.2).
	 */
	@PostMapping
	String end(@PathVariable String token, Model model, HttpServletResponse response) {
		this.digests.end(token);
		return show(token, true, model, response);
	}

	private static String show(String token, boolean ended, Model model, HttpServletResponse response) {
		Freshness.forOneReader(response);
		model.addAttribute("address", OneClick.DIGESTS + token + OneClick.END);
		model.addAttribute("ended", ended);
		model.addAttribute("settings", DigestLinks.SETTINGS);
		return "reading/digest-end";
	}

}
