package vn.toasoan.comment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import org.altcha.altcha.Altcha;
import org.altcha.altcha.Altcha.Algorithm;
import org.altcha.altcha.Altcha.Challenge;
import org.altcha.altcha.Altcha.ChallengeOptions;
import org.altcha.altcha.Altcha.Payload;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.toasoan.site.Secrets;

/**
 * A sum that costs a browser some seconds, and one who sends thousands of comments hours
 * (ALTCHA, protocol 1). Asks no third party. Each is good for one comment: see
 * {@link Limits#isFirst}.
 */
@Component
public class ProofOfWork {

	private static final Duration GOOD_FOR = Duration.ofMinutes(20);

	/** Half as many hashes on average: about two seconds on a telephone. */
	private static final long MAX_NUMBER = 100_000;

	/** {@code char}s; ours have about 300. */
	private static final int MAX_SOLUTION = 1000;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Limits limits;

	private final Clock clock;

	private final String key;

	ProofOfWork(Limits limits, Secrets secrets, Clock clock) {
		this.limits = limits;
		this.clock = clock;
		this.key = secrets.sign("proof of work", "key");
	}

	/**
	 * A new sum, never the same twice.
	 */
	public Sum newSum() {
		try {
			Challenge challenge = Altcha.createChallenge(new ChallengeOptions().setAlgorithm(Algorithm.SHA256)
				.setMaxNumber(MAX_NUMBER)
				.setSecureRandomNumber(true)
				.setExpires(this.clock.instant().plus(GOOD_FOR).getEpochSecond())
				.setHmacKey(this.key));
			return new Sum(challenge.challenge, challenge.salt, challenge.signature, MAX_NUMBER);
		}
		catch (Exception ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * Whether a sum of ours was solved, in time and for the first time. From now on it
	 * counts as used, if the transaction is committed.
	 * @param solution JSON in Base64, as the protocol has it; empty for none
	 */
	boolean accept(String solution) {
		if (solution.isEmpty() || solution.length() > MAX_SOLUTION) {
			return false;
		}
		try {
			Payload payload = JSON.readValue(Base64.getDecoder().decode(solution), Payload.class);
			return Altcha.verifySolution(payload, this.key, false) && isInTime(payload.salt)
					&& this.limits.isFirst("sum " + payload.signature, GOOD_FOR);
		}
		catch (DataAccessException ex) {
			throw ex;
		}
		catch (Exception ex) {
			// Whatever else was sent is no solution.
			return false;
		}
	}

	private boolean isInTime(String salt) throws Exception {
		long end = Long.parseLong(Altcha.extractParams(salt).getOrDefault("expires", "0"));
		return !this.clock.instant().isAfter(Instant.ofEpochSecond(end));
	}

	/**
	 * What is to be solved: a number from 0 to {@code max} that makes {@code challenge}
	 * the SHA-256 of {@code salt} and the number.
	 */
	public record Sum(String challenge, String salt, String signature, long max) {
	}

}
