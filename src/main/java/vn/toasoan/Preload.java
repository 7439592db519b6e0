package vn.toasoan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Has a second processor load the classes of a usual start, in the order in which they
 * will be asked for, while the first one sets up the site: to load them is a third of
 * what that has to do (docs/adr/0029). Which they are was noted when the jar was
 * packaged, by a {@link Rehearsal}. Only for a {@link PreparedStart}: another one makes
 * some of these classes itself.
 */
final class Preload implements Runnable {

	/** Off where Java has the classes ready (see bin/aot). */
	static final String SWITCH = "toasoan.preload";

	static final String NAMES = "META-INF/start-classes";

	private final ClassLoader loader;

	Preload(ClassLoader loader) {
		this.loader = loader;
	}

	static void begin() {
		if (Runtime.getRuntime().availableProcessors() > 1 && !"off".equals(System.getProperty(SWITCH))) {
			var thread = new Thread(new Preload(Preload.class.getClassLoader()), "preload");
			thread.setDaemon(true);
			thread.start();
		}
	}

	@Override
	public void run() {
		try (InputStream names = this.loader.getResourceAsStream(NAMES)) {
			if (names != null) {
				new BufferedReader(new InputStreamReader(names, StandardCharsets.UTF_8)).lines().forEach(this::load);
			}
		}
		catch (IOException | UncheckedIOException ex) {
			// The classes are loaded when they are asked for, as without this.
		}
	}

	void load(String name) {
		try {
			Class.forName(name, false, this.loader);
		}
		catch (ClassNotFoundException | LinkageError ex) {
			// It is another Java's, or for something that is not here.
		}
	}

}
