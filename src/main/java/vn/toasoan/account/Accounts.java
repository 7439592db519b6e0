package vn.toasoan.account;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The people of the newsroom.
 */
interface Accounts extends Repository<Account, Long> {

	Account save(Account account);

	Optional<Account> findById(long id);

	Optional<Account> findByUsername(String username);

	@Query("select account from Account account order by account.displayName, account.id")
	List<Account> all();

	@Query("select count(account) from Account account where account.enabled and account.role = vn.toasoan.account.Role.ADMIN")
	int countActiveAdmins();

	boolean existsByUsername(String username);

	long count();

}
