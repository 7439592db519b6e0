package vn.toasoan.reading;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import vn.toasoan.subscription.Confirmations;
import vn.toasoan.web.Freshness;
import vn.toasoan.web.SameMoment;

/**
 * Where the link of a letter leads that asks for an address: a button, and what pressing
 * it has done.
 */
@Controller
@RequestMapping("/xac-nhan/{token}")
class ConfirmationController {

	private final Confirmations confirmations;

	ConfirmationController(Confirmations confirmations) {
		this.confirmations = confirmations;
	}

	@GetMapping
	ModelAndView question(@PathVariable String token, Model model, HttpServletResponse response) {
		var question = this.confirmations.question(token);
		model.addAttribute("question", question);
		model.addAttribute("token", token);
		Freshness.forOneReader(response);
		return new ModelAndView("reading/confirmation", model.asMap(),
				question.isExpired() ? HttpStatus.GONE : HttpStatus.OK);
	}

	@PostMapping
	RedirectView confirm(@PathVariable String token) {
		SameMoment.insist(() -> this.confirmations.confirm(token));
		return SeeOther.to("/xac-nhan/" + token);
	}

}
