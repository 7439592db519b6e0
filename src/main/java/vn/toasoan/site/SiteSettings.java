package vn.toasoan.site;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator says about the site. Every absolute address comes from here, never
 * from a request's Host header.
 *
 * @param url the canonical base, http or https, without a path
 * @param name the newsroom's name, as readers see it
 * @param zone the time zone in which dates are shown and typed
 * @param language the language of the interface, {@code vi} or {@code en}
 */
@ConfigurationProperties("toasoan.site")
public record SiteSettings(URI url, @DefaultValue("Tòa Soạn") String name,
		@DefaultValue("Asia/Ho_Chi_Minh") ZoneId zone, @DefaultValue("vi") Locale language) {

	private static final Set<String> LANGUAGES = Set.of("vi", "en");

	/**
	 * @throws CannotStart if the address is not an absolute http or https one without a
	 * path, or the language is not one of ours
	 */
	public SiteSettings {
		if (url.getHost() == null || !url.toString().matches("https?://[^/?#@]+/?")) {
			throw new CannotStart(
					"TOASOAN_SITE_URL phải có dạng https://bao.example.vn, không kèm đường dẫn, chứ không phải “" + url
							+ "”.",
					null);
		}
		if (!LANGUAGES.contains(language.toString())) {
			throw new CannotStart("TOASOAN_SITE_LANGUAGE phải là vi hoặc en, không phải “" + language + "”.", null);
		}
		url = URI.create(url.getScheme() + "://" + authority(url) + "/");
	}

	/**
	 * As browsers write it: in small letters, without a port that goes without saying.
	 */
	private static String authority(URI url) {
		int usual = "https".equals(url.getScheme()) ? 443 : 80;
		String host = url.getHost().toLowerCase(Locale.ROOT);
		return (url.getPort() < 0 || url.getPort() == usual) ? host : host + ":" + url.getPort();
	}

	/**
	 * The language of what is written here, for {@code lang}: Vietnamese, to be named
	 * where the interface speaks another one.
	 */
	public @Nullable String contentLanguage() {
		return "vi".equals(this.language.getLanguage()) ? null : "vi";
	}

	/**
	 * The absolute address of a path that begins with a slash.
	 */
	public String absolute(String path) {
		return this.url.resolve(path).toString();
	}

	/**
	 * The site's origin (RFC 6454) as browsers send it, such as
	 * {@code https://bao.example.vn}.
	 */
	public String origin() {
		String base = this.url.toString();
		return base.substring(0, base.length() - 1);
	}

	/**
	 * Whether readers come by https, so that cookies and headers may insist on it.
	 */
	public boolean secure() {
		return "https".equals(this.url.getScheme());
	}

}
