package vn.toasoan.rule;

import java.util.concurrent.TimeUnit;

import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.toasoan.screening.Screening;

/**
 * Has the {@link Screening} of this node go by the desk's rules: before the first comment
 * comes, at once after a change here, and half a minute after one on another node.
 */
@Component
class RulesInForce implements SmartLifecycle {

	/** Seconds. */
	private static final int LOOK_EVERY = 30;

	private final RuleVersions versions;

	private final Screening screening;

	private long known = -1;

	private volatile boolean running;

	RulesInForce(RuleVersions versions, Screening screening) {
		this.versions = versions;
		this.screening = screening;
	}

	/**
	 * Puts the rules in force if they have changed. One SQL statement if they have not.
	 * What is committed between the two statements is found the next time.
	 */
	@Scheduled(initialDelay = LOOK_EVERY, fixedDelay = LOOK_EVERY, timeUnit = TimeUnit.SECONDS)
	synchronized void follow() {
		long number = this.versions.count();
		if (number != this.known) {
			this.screening.use(this.versions.catalogue().book());
			this.known = number;
		}
	}

	@Override
	public void start() {
		follow();
		this.running = true;
	}

	/** Before the web server. */
	@Override
	public int getPhase() {
		return 0;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
