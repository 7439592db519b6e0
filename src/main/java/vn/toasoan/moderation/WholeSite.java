package vn.toasoan.moderation;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;
import vn.toasoan.account.SignedIn;

/**
 * What holds for the whole site, storms, bans and trust, is for those who look after all
 * of it: editors, admins, and moderators without topics of their own. Templates ask for
 * it, too.
 */
@Component("wholeSite")
public class WholeSite {

	private final Beats beats;

	WholeSite(Beats beats) {
		this.beats = beats;
	}

	/**
	 * Whether somebody looks after all topics. One SQL statement for a moderator, none
	 * for others.
	 */
	public boolean isFor(SignedIn editor) {
		return editor.moderates() && this.beats.of(editor).isAll();
	}

	/**
	 * @throws NotForSomeTopics if somebody looks after some topics only
	 */
	void require(SignedIn editor) {
		if (!isFor(editor)) {
			throw new NotForSomeTopics();
		}
	}

	/**
	 * No page of ours offers it to somebody who looks after some topics: 403.
	 */
	@ResponseStatus(HttpStatus.FORBIDDEN)
	static class NotForSomeTopics extends RuntimeException {

	}

}
