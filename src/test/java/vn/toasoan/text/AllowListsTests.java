package vn.toasoan.text;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The allow-lists by themselves, fed with what no renderer produces.
 */
class AllowListsTests {

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "<style>*{}</style>", "<svg onload=alert(1)><rect/></svg>",
			"<iframe src=\"https://a.vn\"></iframe>", "<form action=/x><input name=a></form>",
			"<object data=x></object>", "<link rel=stylesheet href=x>", "<meta http-equiv=refresh content=0>",
			"<base href=//x>", "<h1>x</h1>", "<video src=x></video>", "<button>x</button>", "<template>x</template>",
			"<math><mi>x</mi></math>" })
	void noOtherElementPasses(String html) {
		assertThat(Jsoup.parse(AllowLists.ARTICLE.sanitize(html)).body().children()).isEmpty();
		assertThat(Jsoup.parse(AllowLists.COMMENT.sanitize(html)).body().children()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "onclick=\"x\"", "style=\"color:red\"", "id=\"a b\"", "class=\"x\"", "target=\"_blank\"",
			"href=\"javascript:x\"", "href=\"java&#9;script:x\"", "href=\"//a.vn\"", "href=\"/\\a.vn\"",
			"href=\"data:x\"", "rel=\"opener\"", "aria-label=\"x\"", "name=\"x\"", "formaction=\"/x\"",
			"src=\"https://a.vn/x.png\"", "src=\"/anh/../x\"", "srcset=\"/anh/x 2x\"", "role=\"button\"",
			"tabindex=\"1\"", "start=\"-x\"", "scope=\"x\"" })
	void noOtherAttributePasses(String attribute) {
		String html = "<a %1$s>x</a><p %1$s>x</p><img %1$s alt=\"x\"><h2 %1$s>x</h2><div %1$s>x</div><ol %1$s><li %1$s>x</li></ol>"
			.formatted(attribute);
		String name = attribute.substring(0, attribute.indexOf('='));
		assertThat(Jsoup.parse(AllowLists.ARTICLE.sanitize(html)).select("[" + name + "]")).isEmpty();
		assertThat(Jsoup.parse(AllowLists.COMMENT.sanitize(html)).select("[" + name + "]")).isEmpty();
	}

	@Test
	void aCommentMayNotUseWhatAnArticleMay() {
		String html = "<h2 id=\"muc-a\">x</h2><img src=\"/anh/a.jpg\"><a href=\"/quan-tri\">x</a><a href=\"mailto:a@b.vn\">x</a>"
				+ "<a href=\"#nguon-1\" rel=\"noopener\">x</a><table><tr><td>x</td></tr></table>";
		Element comment = Jsoup.parse(AllowLists.COMMENT.sanitize(html)).body();
		assertThat(comment.select("*").not("body")).isEmpty();
		assertThat(Jsoup.parse(AllowLists.ARTICLE.sanitize(html)).select("h2, img, a, td")).hasSize(6);
	}

	@Test
	void whatTheRenderersWritePasses() {
		String html = "<p><a href=\"https://a.vn/b\" rel=\"ugc nofollow noopener\">a.vn/b</a> <strong>a</strong> <em>b</em></p>"
				+ "<blockquote><p>c</p></blockquote>";
		assertThat(Jsoup.parse(AllowLists.COMMENT.sanitize(html)).body().html())
			.isEqualTo(Jsoup.parse(html).body().html());
	}

}
