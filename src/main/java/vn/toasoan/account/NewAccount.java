package vn.toasoan.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The form for an account.
 */
record NewAccount(@Pattern(regexp = NewAccount.USERNAME, message = "{account.username.invalid}") String username,
		@NotBlank(message = "{account.display-name.missing}") @Size(max = 80,
				message = "{account.display-name.long}") String displayName,
		@Size(min = Password.MIN_LENGTH, max = Password.MAX_LENGTH,
				message = "{account.password.length}") String password) {

	static final String USERNAME = "\\s*[A-Za-z0-9][A-Za-z0-9._-]{2,39}\\s*";

	NewAccount {
		username = (username != null) ? username : "";
		displayName = (displayName != null) ? displayName : "";
		password = (password != null) ? password : "";
	}

	static NewAccount empty() {
		return new NewAccount("", "", "");
	}

}
