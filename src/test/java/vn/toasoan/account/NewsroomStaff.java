package vn.toasoan.account;

import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * People who are signed in, for tests of other modules.
 */
public final class NewsroomStaff {

	private NewsroomStaff() {
	}

	/**
	 * Makes a request one of somebody who moderates comments.
	 */
	public static RequestPostProcessor moderator(String displayName) {
		return SecurityMockMvcRequestPostProcessors
			.user(new SignedIn(displayName.hashCode(), "nguoi-duyet", displayName, Role.MODERATOR, "", true));
	}

	/**
	 * Somebody who may write and change all articles.
	 */
	public static SignedIn editor(String displayName) {
		return editor(displayName.hashCode(), displayName);
	}

	/**
	 * The same of an account.
	 */
	public static SignedIn editor(long id, String displayName) {
		return new SignedIn(id, "bien-tap", displayName, Role.EDITOR, "", true);
	}

}
