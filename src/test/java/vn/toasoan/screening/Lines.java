package vn.toasoan.screening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The lists of comments that the matcher is measured on.
 */
final class Lines {

	private Lines() {
	}

	static List<String> of(String name) {
		try {
			return Files.readAllLines(Path.of("src/test/resources/screening", name + ".txt"))
				.stream()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
