package vn.toasoan.account;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
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

	/**
	 * Those who may look after accounts. Until the transaction ends, nobody else can take
	 * this from one of them.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select account from Account account where account.enabled and account.role = vn.toasoan.account.Role.ADMIN order by account.id")
	List<Account> lockActiveAdmins();

	boolean existsByUsername(String username);

	/**
	 * Asked at each start, so not in JPQL: its parser would be loaded for it.
	 */
	@NativeQuery("select count(*) from account")
	long count();

	void flush();

}
