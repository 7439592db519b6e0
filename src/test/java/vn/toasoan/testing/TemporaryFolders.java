package vn.toasoan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.util.FileSystemUtils;

/**
 * Folders for tests that outlive a single test, as an application context does. All are
 * deleted when the JVM ends.
 */
final class TemporaryFolders {

	private static final Path ROOT = createRoot();

	private TemporaryFolders() {
	}

	private static Path createRoot() {
		try {
			Path root = Files.createTempDirectory("toasoan-test-");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root), "delete-temporary-folders"));
			return root;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void delete(Path root) {
		try {
			FileSystemUtils.deleteRecursively(root);
		}
		catch (IOException ex) {
			// A context that is closing at this moment may still write. The operating
			// system clears the rest.
		}
	}

	static Path create() {
		try {
			return Files.createTempDirectory(ROOT, "data-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
