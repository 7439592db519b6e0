package vn.toasoan.design;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import vn.toasoan.comment.CommentForm;
import vn.toasoan.comment.CommentOrder;
import vn.toasoan.comment.Reason;
import vn.toasoan.web.Listing;

/**
 * Fills the design page, whose templates are the site's own, with {@link Samples}.
 */
@Controller
class DesignController {

	/** The sections of the page, each a template in {@code templates/admin/design}. */
	private static final List<String> PARTS = List.of("foundations", "controls", "words", "lists", "stories",
			"comments", "failures");

	private static final List<String> COLOURS = List.of("paper", "sheet", "ink", "ink-2", "line", "edge", "son",
			"son-wash", "ngoc", "ngoc-wash", "vang", "mark", "bar");

	@GetMapping("/admin/design")
	String page(Model model) {
		model.addAttribute("parts", PARTS);
		model.addAttribute("colours", COLOURS);
		model.addAttribute("steps", List.of("4", "3", "2", "1", "0", "mid", "-1", "-2"));
		model.addAttribute("spaces", IntStream.rangeClosed(0, 9).boxed().toList());
		model.addAttribute("corners", List.of("radius-1", "radius-2", "radius-3", "radius-4", "pill", "round"));
		model.addAttribute("shadows", List.of("shadow", "mark-below", "mark-beside", "halo"));
		fields(model);
		lists(model);
		article(model);
		comments(model);
		return "admin/design/page";
	}

	private static void fields(Model model) {
		var errors = refuse(new SampleForm("Ấp Cỗ Lễ", "", "", "31/11/2026", ""), "sample", model);
		errors.rejectValue("mistaken", "design.field.wrong");
		errors.rejectValue("lines", "design.field.missing");
	}

	private static void lists(Model model) {
		model.addAttribute("lines", Samples.lines());
		model.addAttribute("listing", new Listing<>(List.of(), 2, true));
		model.addAttribute("item", Samples.waiting());
		model.addAttribute("published", Samples.published());
		model.addAttribute("now", Samples.MORNING.plusSeconds(2520));
		model.addAttribute("here", "/admin/design");
		model.addAttribute("picked", false);
		model.addAttribute("reasons", Reason.editorial());
		model.addAttribute("comparison", Samples.comparison());
	}

	private static void article(Model model) {
		var teasers = Samples.teasers();
		model.addAttribute("teasers", teasers);
		model.addAttribute("commentTotals", Map.of(teasers.get(0).id(), 12_345));
		model.addAttribute("article", Samples.article());
		model.addAttribute("body", Samples.article().html());
		model.addAttribute("url", Samples.ADDRESS);
	}

	private static void comments(Model model) {
		var threads = Samples.threads();
		model.addAttribute("threads", threads);
		model.addAttribute("discussion", Samples.discussion());
		model.addAttribute("view", Samples.view());
		model.addAttribute("order", CommentOrder.BEST);
		model.addAttribute("orders", CommentOrder.values());
		model.addAttribute("replyTo", threads.replyTo());
		var form = new CommentForm("1", "x", "thư", "", "true", "gui", "", "", null, "", List.of());
		form.check(refuse(form, "form", model));
	}

	/** Shows a form as it comes back to the one who has sent it. */
	private static BindingResult refuse(Object form, String name, Model model) {
		var errors = new BeanPropertyBindingResult(form, name);
		model.addAttribute(name, form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + name, errors);
		return errors;
	}

	/**
	 * One field for each state.
	 *
	 * @param ordinary filled in
	 * @param optional may stay empty
	 * @param hinted has a hint
	 * @param mistaken has a hint and an error
	 * @param lines has an error and several lines
	 */
	record SampleForm(String ordinary, String optional, String hinted, String mistaken, String lines) {
	}

}
