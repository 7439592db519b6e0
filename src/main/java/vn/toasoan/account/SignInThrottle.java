package vn.toasoan.account;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing of passwords: few tries for one name from one address, some more
 * for one address, and a bound for one name from everywhere. Counted on each node by
 * itself.
 */
@Component
class SignInThrottle {

	private static final Duration PERIOD = Duration.ofMinutes(15);

	private static final int TRIES_PER_NAME_AND_ADDRESS = 5;

	private static final int TRIES_PER_ADDRESS = 20;

	/** High enough that a stranger can hardly lock an editor out. */
	private static final int TRIES_PER_NAME = 100;

	private static final int MAX_REMEMBERED = 100_000;

	private final LoadingCache<String, Bucket> both = buckets(TRIES_PER_NAME_AND_ADDRESS);

	private final LoadingCache<String, Bucket> addresses = buckets(TRIES_PER_ADDRESS);

	private final LoadingCache<String, Bucket> names = buckets(TRIES_PER_NAME);

	private static LoadingCache<String, Bucket> buckets(int tries) {
		return Caffeine.newBuilder()
			.maximumSize(MAX_REMEMBERED)
			.expireAfterAccess(PERIOD)
			.build((key) -> Bucket.builder()
				.addLimit((limit) -> limit.capacity(tries).refillGreedy(tries, PERIOD))
				.build());
	}

	/**
	 * Counts a try.
	 * @throws TooManyTries if one of the limits is reached
	 */
	void attempt(String username, String address) {
		take(this.addresses.get(address));
		take(this.both.get(username + '\n' + address));
		take(this.names.get(username));
	}

	/**
	 * Forgets the failures of somebody who has just proved to be the right one. Others at
	 * the same address, who may be guessing, get back no more than this one try.
	 */
	void succeeded(String username, String address) {
		this.both.invalidate(username + '\n' + address);
		this.addresses.get(address).addTokens(1);
	}

	private void take(Bucket bucket) {
		ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			throw new TooManyTries(Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
		}
	}

	/**
	 * The next try is allowed only after a while.
	 */
	static class TooManyTries extends AuthenticationException {

		private final transient Duration wait;

		TooManyTries(Duration wait) {
			super("Too many sign-in attempts");
			this.wait = wait;
		}

		Duration until() {
			return this.wait;
		}

	}

}
