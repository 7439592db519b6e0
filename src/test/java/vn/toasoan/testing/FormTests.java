package vn.toasoan.testing;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Form} and {@link Html}.
 */
class FormTests {

	private static final String PAGE = """
			<!DOCTYPE html><html lang="vi"><body>
			<h1>Gửi   bình luận</h1>
			<form id="f" method="post" action="/binh-luan">
			<input type="hidden" name="_csrf" value="bí mật">
			<input name="author"><textarea name="body">cũ</textarea>
			<select name="section"><option value="a" selected>A<option value="b">B</select>
			<input type="radio" name="mode" value="open" checked><input type="radio" name="mode" value="closed">
			<input type="checkbox" name="tag" value="ai"><input type="checkbox" name="tag" value="llm" checked>
			<input name="locked" value="1" readonly><input name="off" value="2" disabled>
			<button name="do" value="preview" formaction="/xem-truoc">Xem trước</button>
			<button>Gửi</button>
			</form>
			<input name="outside" form="f" value="ngoài">
			</body></html>""";

	private final MockMvcTester mvc = MockMvcTester.of(new Pages());

	private Form form() {
		return Form.in(Html.of(this.mvc.get().uri("/").exchange()), "form");
	}

	@Test
	void readsThePageAsAReader() {
		assertThat(Html.text(Html.of(this.mvc.get().uri("/").exchange()), "h1")).isEqualTo("Gửi bình luận");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Html.only(Html.of(PAGE), "button"))
			.withMessageContaining("found 2");
	}

	@Test
	void sendsHiddenAndPresetFields() {
		assertThat(form().parameters()).containsExactlyInAnyOrderEntriesOf(Map.of("_csrf", List.of("bí mật"), "author",
				List.of(""), "body", List.of("cũ"), "section", List.of("a"), "mode", List.of("open"), "tag",
				List.of("llm"), "locked", List.of("1"), "outside", List.of("ngoài")));
		assertThat(form().action()).isEqualTo("/binh-luan");
		assertThat(form().method()).isEqualTo("POST");
	}

	@Test
	void sendsWhatWasFilledIn() {
		Form form = form().fill("author", "Bình")
			.fill("body", "một\nhai")
			.fill("section", "b")
			.fill("mode", "closed")
			.tick("tag", "ai")
			.untick("tag", "llm");
		assertThat(form.parameters()).containsEntry("author", List.of("Bình"))
			.containsEntry("body", List.of("một\r\nhai"))
			.containsEntry("section", List.of("b"))
			.containsEntry("mode", List.of("closed"))
			.containsEntry("tag", List.of("ai"));
	}

	@Test
	void aPressedButtonSaysWhereAndWhat() {
		Form form = form().press("Xem trước");
		assertThat(form.action()).isEqualTo("/xem-truoc");
		assertThat(form.parameters()).containsEntry("do", List.of("preview"));
		assertThat(form().press("Gửi").action()).isEqualTo("/binh-luan");
	}

	@Test
	void refusesWhatAPersonCouldNotDo() {
		refuses(() -> form().fill("nothing", "x"), "author, body");
		refuses(() -> form().fill("_csrf", "x"), "No field");
		refuses(() -> form().fill("locked", "x"), "can't be changed");
		refuses(() -> form().fill("section", "c"), "offers no");
		refuses(() -> form().tick("tag", "xe"), "No such check box");
		refuses(() -> form().press("Xoá"), "No button");
	}

	private static void refuses(Runnable action, String message) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(action::run).withMessageContaining(message);
	}

	@Test
	void isPostedWithMockMvc() {
		Form form = form().fill("author", "Đỗ Bình").press("Gửi");
		assertThat(this.mvc.post().uri(form.action()).params(form.parameters())).hasStatusOk()
			.bodyText()
			.isEqualTo("Đỗ Bình");
	}

	@Controller
	static class Pages {

		@GetMapping(path = "/", produces = "text/html;charset=UTF-8")
		@ResponseBody
		String page() {
			return PAGE;
		}

		@PostMapping(path = "/binh-luan", produces = "text/plain;charset=UTF-8")
		@ResponseBody
		String post(@RequestParam("author") String author) {
			return author;
		}

	}

}
