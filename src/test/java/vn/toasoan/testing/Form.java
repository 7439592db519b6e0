package vn.toasoan.testing;

import java.util.List;
import java.util.Locale;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A form on a page, to be filled in and sent as a browser does: with its hidden fields,
 * its preset values and the button that was pressed. It refuses what a person could not
 * do: to fill a field that isn't there, or choose an option that isn't offered.
 */
public final class Form {

	private final FormElement form;

	private @Nullable Element button;

	private Form(FormElement form) {
		this.form = form;
	}

	/**
	 * The one form that the selector finds.
	 * @throws AssertionError if it finds none or several
	 */
	public static Form in(Document page, String selector) {
		FormElement form = (FormElement) Html.only(page, selector);
		if (!form.id().isEmpty()) {
			page.getElementsByAttributeValue("form", form.id())
				.stream()
				.filter((field) -> !form.elements().contains(field))
				.forEach(form::addElement);
		}
		return new Form(form);
	}

	/**
	 * Types a text, or chooses a value of a select or of radio buttons, in place of what
	 * was there.
	 */
	public Form fill(String name, String value) {
		Elements fields = fields(name);
		Element first = fields.get(0);
		if (isChoice(first)) {
			choose(fields, name, value);
		}
		else if ("select".equals(first.normalName())) {
			choose(first.select("option"), name, value);
		}
		else {
			first.val(value);
		}
		return this;
	}

	/**
	 * Ticks the check box; where several share the name, the one of that value.
	 */
	public Form tick(String name, String... values) {
		return setTicks(name, true, values);
	}

	public Form untick(String name, String... values) {
		return setTicks(name, false, values);
	}

	/**
	 * Presses the button with that label: its name, value and {@code formaction} are
	 * sent, too.
	 */
	public Form press(String label) {
		this.button = this.form.elements()
			.stream()
			.filter(Form::isButton)
			.filter((candidate) -> label.equals(candidate.text()) || label.equals(candidate.val())
					|| label.equals(candidate.attr("aria-label")))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No button \"" + label + "\" in:\n" + this.form.outerHtml()));
		return this;
	}

	/**
	 * Where the form is sent, as the page says it: mostly a path. Empty where it goes
	 * back to the page's own address.
	 */
	public String action() {
		Element pressed = this.button;
		return (pressed != null && pressed.hasAttr("formaction")) ? pressed.attr("formaction")
				: this.form.attr("action");
	}

	/**
	 * The method in upper case.
	 */
	public String method() {
		Element pressed = this.button;
		String method = (pressed != null && pressed.hasAttr("formmethod")) ? pressed.attr("formmethod")
				: this.form.attr("method");
		return method.isEmpty() ? "GET" : method.toUpperCase(Locale.ROOT);
	}

	/**
	 * What is sent. Line breaks are CR LF, as the HTML standard has it for the values of
	 * submitted forms.
	 */
	public MultiValueMap<String, String> parameters() {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		this.form.formData()
			.forEach((pair) -> parameters.add(pair.key(), pair.value().replaceAll("\r\n|\r|\n", "\r\n")));
		Element pressed = this.button;
		if (pressed != null && pressed.hasAttr("name")) {
			parameters.add(pressed.attr("name"), pressed.val());
		}
		return parameters;
	}

	private Elements fields(String name) {
		Elements fields = new Elements();
		this.form.elements()
			.stream()
			.filter((field) -> name.equals(field.attr("name")) && !isHidden(field))
			.forEach(fields::add);
		if (fields.isEmpty()) {
			throw new AssertionError("No field \"" + name + "\" to fill in, only " + names());
		}
		if (fields.get(0).hasAttr("disabled") || fields.get(0).hasAttr("readonly")) {
			throw new AssertionError("The field can't be changed: " + fields.get(0).outerHtml());
		}
		return fields;
	}

	private List<String> names() {
		return this.form.elements()
			.stream()
			.filter((field) -> field.hasAttr("name") && !isHidden(field) && !isButton(field))
			.map((field) -> field.attr("name"))
			.distinct()
			.toList();
	}

	private static void choose(Elements options, String name, String value) {
		Element chosen = options.stream()
			.filter((option) -> value.equals(option.val()))
			.findFirst()
			.orElseThrow(() -> new AssertionError(
					"\"" + name + "\" offers no \"" + value + "\", only:\n" + options.outerHtml()));
		String mark = "option".equals(chosen.normalName()) ? "selected" : "checked";
		options.forEach((option) -> option.removeAttr(mark));
		chosen.attr(mark, true);
	}

	private Form setTicks(String name, boolean ticked, String... values) {
		List<String> wanted = List.of(values);
		List<Element> boxes = fields(name).stream()
			.filter((field) -> "checkbox".equalsIgnoreCase(field.attr("type")))
			.filter((field) -> wanted.isEmpty() || wanted.contains(field.val()))
			.toList();
		if (boxes.isEmpty() || boxes.size() < wanted.size()) {
			throw new AssertionError("No such check box: " + name + " " + wanted + " in:\n" + this.form.outerHtml());
		}
		boxes.forEach((box) -> box.attr("checked", ticked));
		return this;
	}

	private static boolean isChoice(Element field) {
		return "radio".equalsIgnoreCase(field.attr("type"));
	}

	private static boolean isHidden(Element field) {
		return "hidden".equalsIgnoreCase(field.attr("type"));
	}

	private static boolean isButton(Element field) {
		String type = field.attr("type").toLowerCase(Locale.ROOT);
		return switch (field.normalName()) {
			case "button" -> type.isEmpty() || type.equals("submit");
			case "input" -> type.equals("submit");
			default -> false;
		};
	}

}
