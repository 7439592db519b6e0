package vn.toasoan.face;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What {@link PictureTests} draws. The file is named after the constant.
 */
enum Picture {

	FRONT(Screen.DESKTOP, "/"),

	FRONT_PHONE(Screen.PHONE, "/"),

	FRONT_DARK(Screen.DESKTOP_DARK, "/"),

	ARTICLE(Screen.DESKTOP, Newsroom.ARTICLE),

	ARTICLE_PHONE(Screen.PHONE, Newsroom.ARTICLE),

	ARTICLE_PHONE_DARK(Screen.PHONE_DARK, Newsroom.ARTICLE),

	ARTICLE_PRINT(Screen.PAPER, Newsroom.ARTICLE),

	COMMENTS(Screen.DESKTOP, Newsroom.ARTICLE, ".thread"),

	COMMENTS_PHONE(Screen.PHONE, Newsroom.ARTICLE, "#binh-luan"),

	ARTICLE_PRINT_END(Screen.PAPER, Newsroom.ARTICLE, ".sources"),

	COMMENTS_PHONE_DARK(Screen.PHONE_DARK, Newsroom.ARTICLE, ".thread"),

	TOPIC(Screen.DESKTOP, "/chu-de/tri-tue-nhan-tao"),

	ERROR(Screen.DESKTOP, "/khong-co"),

	ERROR_PHONE_DARK(Screen.PHONE_DARK, "/khong-co"),

	SIGN_IN(Screen.DESKTOP, "/dang-nhap"),

	SIGN_IN_PHONE(Screen.PHONE, "/dang-nhap"),

	QUEUE(Screen.DESKTOP, "/admin/comments"),

	QUEUE_PHONE(Screen.PHONE, "/admin/comments"),

	QUEUE_DARK(Screen.DESKTOP_DARK, "/admin/comments"),

	DASHBOARD(Screen.DESKTOP, "/admin"),

	RULES(Screen.DESKTOP, "/admin/rules"),

	RULES_PHONE_DARK(Screen.PHONE_DARK, "/admin/rules"),

	RULE(Screen.DESKTOP, "/admin/rules/betting/nha-cai"),

	NEW_RULE_PHONE(Screen.PHONE, "/admin/rules/new"),

	TOPICS_PHONE(Screen.PHONE, "/admin/topics"),

	ARTICLES_PHONE_DARK(Screen.PHONE_DARK, "/admin/articles"),

	EDITOR(Screen.DESKTOP, "/admin/articles/1"),

	EDITOR_PHONE(Screen.PHONE, "/admin/articles/1"),

	DESIGN(Screen.DESKTOP, "/admin/design"),

	DESIGN_COLOURS_DARK(Screen.DESKTOP_DARK, "/admin/design", ".swatches"),

	DESIGN_CONTROLS(Screen.DESKTOP, "/admin/design", "#thiet-ke-controls"),

	DESIGN_CONTROLS_PHONE(Screen.PHONE, "/admin/design", "#thiet-ke-controls"),

	DESIGN_WORDS(Screen.DESKTOP, "/admin/design", "#thiet-ke-words"),

	DESIGN_LISTS(Screen.DESKTOP, "/admin/design", "#thiet-ke-lists"),

	DESIGN_PROSE(Screen.DESKTOP, "/admin/design", "#muc-tieu-de-nho"),

	DESIGN_FIGURE_PHONE_DARK(Screen.PHONE_DARK, "/admin/design", ".prose figure:has(img)"),

	DESIGN_MARKS(Screen.DESKTOP, "/admin/design", "#nhan-binh-luan"),

	DESIGN_FORM_PHONE_DARK(Screen.PHONE_DARK, "/admin/design", "#viet");

	private final Screen screen;

	private final String address;

	private final @Nullable String at;

	Picture(Screen screen, String address) {
		this(screen, address, null);
	}

	/**
	 * @param at a selector of what is at the top; null for the top of the page
	 */
	Picture(Screen screen, String address, @Nullable String at) {
		this.screen = screen;
		this.address = address;
		this.at = at;
	}

	Screen screen() {
		return this.screen;
	}

	String address() {
		return this.address;
	}

	@Nullable String at() {
		return this.at;
	}

	boolean isForEditors() {
		return this.address.startsWith("/admin");
	}

	String file() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * What a page is looked at on, in CSS pixels.
	 */
	enum Screen {

		DESKTOP(1280, 800, false), DESKTOP_DARK(1280, 800, true), PHONE(390, 844, false), PHONE_DARK(390, 844, true),

		/** A4 at 96 pixels an inch. */
		PAPER(794, 1123, false);

		private final int width;

		private final int height;

		private final boolean dark;

		Screen(int width, int height, boolean dark) {
			this.width = width;
			this.height = height;
			this.dark = dark;
		}

		int width() {
			return this.width;
		}

		int height() {
			return this.height;
		}

		boolean isDark() {
			return this.dark;
		}

	}

}
