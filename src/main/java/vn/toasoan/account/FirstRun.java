package vn.toasoan.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.audit.Actor;
import vn.toasoan.site.FirstTimes;
import vn.toasoan.site.Secrets;
import vn.toasoan.site.SiteSettings;

/**
 * The newsroom's first account: from the environment without questions, else by a link
 * that the start prints and that works once. There is no default password.
 */
@Service
class FirstRun {

	private static final Logger log = LoggerFactory.getLogger("vn.toasoan");

	private final Accounts accounts;

	private final AccountDesk desk;

	private final FirstTimes firstTimes;

	private final Secrets secrets;

	private final SiteSettings site;

	private final String username;

	private final String password;

	FirstRun(Accounts accounts, AccountDesk desk, FirstTimes firstTimes, Secrets secrets, SiteSettings site,
			@Value("${toasoan.admin.username:}") String username,
			@Value("${toasoan.admin.password:}") String password) {
		this.accounts = accounts;
		this.desk = desk;
		this.firstTimes = firstTimes;
		this.secrets = secrets;
		this.site = site;
		this.username = username;
		this.password = password;
	}

	@EventListener
	@Transactional
	public void atStart(ApplicationReadyEvent ready) {
		if (this.accounts.count() > 0) {
			return;
		}
		boolean wanted = !this.username.isBlank();
		boolean nameFits = this.username.matches(NewAccount.USERNAME);
		boolean passwordFits = Password.fits(this.password);
		if (wanted && nameFits && passwordFits) {
			if (this.firstTimes.settingUp()) {
				this.desk.create(new NewAccount(this.username, this.username, this.password), Role.ADMIN, Actor.SITE);
				log.info("Đã tạo tài khoản quản trị “{}”: đăng nhập tại {}", this.username,
						this.site.absolute("/dang-nhap"));
			}
			return;
		}
		if (wanted && !nameFits) {
			log.warn(
					"Chưa tạo tài khoản: TOASOAN_ADMIN_USERNAME phải có 3 đến {} chữ cái không dấu, chữ số, . _ hoặc -",
					AccountDesk.MAX_USERNAME);
		}
		if (wanted && !passwordFits) {
			log.warn("Chưa tạo tài khoản “{}”: TOASOAN_ADMIN_PASSWORD phải dài {} đến {} ký tự", this.username,
					Password.MIN_LENGTH, Password.MAX_LENGTH);
		}
		log.info("Chưa có tài khoản nào. Tạo tài khoản quản trị đầu tiên bằng liên kết dùng một lần:\n\n    {}\n",
				this.site.absolute("/cai-dat-lan-dau?ma=" + token()));
	}

	/**
	 * Whether the first account is still to be made.
	 */
	@Transactional(readOnly = true)
	public boolean isOpen() {
		return this.accounts.count() == 0;
	}

	/**
	 * Whether this is the token that the start has printed, and nobody has used it yet.
	 */
	@Transactional(readOnly = true)
	public boolean accepts(String token) {
		return this.secrets.isSigned("first run", "", token) && isOpen();
	}

	/**
	 * Makes the first account.
	 * @return false, and nothing is changed, if somebody else has been faster
	 */
	@Transactional
	public boolean setUp(NewAccount wanted) {
		if (!isOpen() || !this.firstTimes.settingUp()) {
			return false;
		}
		this.desk.create(wanted, Role.ADMIN, Actor.SITE);
		return true;
	}

	private String token() {
		return this.secrets.sign("first run", "");
	}

}
