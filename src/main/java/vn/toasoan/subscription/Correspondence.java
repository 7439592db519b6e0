package vn.toasoan.subscription;

import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.comment.CommentTaken;
import vn.toasoan.comment.Verifier.AddressNeeded;
import vn.toasoan.comment.Verifier.AddressNeeded.Why;
import vn.toasoan.mail.Addresses;
import vn.toasoan.mail.Outbox;

/**
 * Hears of comments whose writers are to be verified or want to follow something, and
 * writes to them, in the transaction that takes the comment.
 */
@Component
class Correspondence {

	private final Outbox outbox;

	private final Addresses addresses;

	private final KnownAddresses known;

	private final Subscriptions subscriptions;

	private final Confirmations confirmations;

	private final JdbcClient jdbc;

	Correspondence(Outbox outbox, Addresses addresses, KnownAddresses known, Subscriptions subscriptions,
			Confirmations confirmations, JdbcClient jdbc) {
		this.outbox = outbox;
		this.addresses = addresses;
		this.known = known;
		this.subscriptions = subscriptions;
		this.confirmations = confirmations;
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(CommentTaken taken) {
		if (!this.outbox.isOn() || (!taken.awaitsVerification() && taken.following().isEmpty())) {
			return;
		}
		Optional<String> proved = this.known.of(taken.authorKey());
		String address = Optional.ofNullable(taken.email()).or(() -> proved).orElseThrow(() -> needed(taken));
		if (!Addresses.isDeliverable(address)) {
			throw new AddressNeeded(Why.UNDELIVERABLE);
		}
		boolean confirmed = proved.map(this.addresses::hash).filter(this.addresses.hash(address)::equals).isPresent();
		this.subscriptions.keep(taken, address, confirmed);
		if (!confirmed) {
			this.confirmations.ask(taken.authorKey(), address, title(taken.articleId()), taken.address());
		}
	}

	private static AddressNeeded needed(CommentTaken taken) {
		return new AddressNeeded(taken.awaitsVerification() ? Why.TO_COMMENT : Why.TO_FOLLOW);
	}

	private String title(long articleId) {
		return this.jdbc.sql("select title from article where id = :id")
			.param("id", articleId)
			.query(String.class)
			.single();
	}

}
