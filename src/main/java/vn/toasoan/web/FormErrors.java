package vn.toasoan.web;

import java.util.Comparator;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.util.DetailedError;

/**
 * The list of what is wrong, above a form, in the order of the form's fields; Bean
 * Validation finds it in no order. Browsers send fields as they stand on the page (HTML,
 * "constructing the entry list"), so no form has to say how its fields are arranged.
 */
@Component("formErrors")
public class FormErrors {

	private final HttpServletRequest request;

	FormErrors(HttpServletRequest request) {
		this.request = request;
	}

	/**
	 * First what is wrong with the form as a whole, and with what was not chosen at all,
	 * which browsers don't send; several errors of a field stay in their order.
	 */
	public List<DetailedError> inOrder(List<DetailedError> errors) {
		List<String> fields = List.copyOf(this.request.getParameterMap().keySet());
		return errors.stream()
			.sorted(Comparator.comparingInt((error) -> fields.indexOf(error.getFieldName())))
			.toList();
	}

}
