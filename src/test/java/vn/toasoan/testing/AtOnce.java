package vn.toasoan.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Lets several people do something at the same moment.
 */
public final class AtOnce {

	private static final int PATIENCE_SECONDS = 60;

	private AtOnce() {
	}

	/**
	 * Runs two tasks, as {@link #run(List)} does.
	 */
	public static <T> List<T> run(Callable<T> one, Callable<T> two) {
		return run(List.of(one, two));
	}

	/**
	 * Runs each task in a thread of its own; all begin when all are ready.
	 * @return their results, in this order
	 * @throws AssertionError if a task failed or took more than a minute
	 */
	public static <T> List<T> run(List<Callable<T>> tasks) {
		ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
		CyclicBarrier ready = new CyclicBarrier(tasks.size());
		try {
			List<Future<T>> running = tasks.stream().map((task) -> threads.submit(() -> {
				ready.await();
				return task.call();
			})).toList();
			return running.stream().map(AtOnce::result).toList();
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static <T> T result(Future<T> running) {
		try {
			return running.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			throw new AssertionError("One of those at work at once failed: " + ex.getCause(), ex.getCause());
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

}
