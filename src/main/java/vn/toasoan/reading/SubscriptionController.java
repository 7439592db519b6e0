package vn.toasoan.reading;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import vn.toasoan.subscription.Subscriptions;
import vn.toasoan.web.Freshness;
import vn.toasoan.web.OneClick;

/**
 * All that an address follows, through the link in its letters; no cookie is asked for.
 */
@Controller
@RequestMapping(OneClick.PAGES + "{token}")
class SubscriptionController {

	private final Subscriptions subscriptions;

	SubscriptionController(Subscriptions subscriptions) {
		this.subscriptions = subscriptions;
	}

	@GetMapping
	String list(@PathVariable String token, @RequestParam(name = "da-thoi", required = false) boolean ended,
			Model model, HttpServletResponse response) {
		return show("reading/subscriptions", token, ended, model, response);
	}

	@PostMapping
	RedirectView end(@PathVariable String token, @RequestParam long subscription) {
		this.subscriptions.end(token, subscription);
		return SeeOther.to(OneClick.PAGES + token + "?da-thoi=true");
	}

	@GetMapping(OneClick.END)
	String ask(@PathVariable String token, Model model, HttpServletResponse response) {
		return show("reading/unsubscribe", token, false, model, response);
	}

	/**
	 * Also asked by mail programs, which must not be led on (RFC 8058, 3.2).
	 */
	@PostMapping(OneClick.END)
	String endAll(@PathVariable String token, Model model, HttpServletResponse response) {
		this.subscriptions.endAll(token);
		return show("reading/unsubscribe", token, true, model, response);
	}

	private String show(String template, String token, boolean ended, Model model, HttpServletResponse response) {
		model.addAttribute("subscriptions", this.subscriptions.of(token));
		model.addAttribute("page", OneClick.PAGES + token);
		model.addAttribute("ended", ended);
		Freshness.forOneReader(response);
		return template;
	}

}
