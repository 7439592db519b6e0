package vn.toasoan.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds an installed Chromium or Chrome.
 */
final class Chromium {

	static final String HOW_TO_INSTALL = "No Chromium found. Install one (on Debian: apt-get install -y chromium) "
			+ "or set CHROMIUM to the path of its executable.";

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
			"google-chrome-stable", "chrome");

	private static final List<String> PLACES = List.of("/usr/bin", "/usr/local/bin", "/snap/bin",
			"/Applications/Chromium.app/Contents/MacOS/Chromium",
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

	private Chromium() {
	}

	/**
	 * The executable: the one that the variable {@code CHROMIUM} names, else the first
	 * one in the path or at a usual place.
	 * @throws IllegalStateException if {@code CHROMIUM} is set, but names no executable
	 */
	static Optional<Path> find(Map<String, String> environment) {
		return find(environment, PLACES);
	}

	static Optional<Path> find(Map<String, String> environment, List<String> places) {
		String named = environment.getOrDefault("CHROMIUM", "");
		if (!named.isBlank()) {
			Path executable = Path.of(named);
			if (!isExecutable(executable)) {
				throw new IllegalStateException("CHROMIUM names no executable file: " + named);
			}
			return Optional.of(executable);
		}
		Stream<String> path = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
			.filter((folder) -> !folder.isBlank());
		return Stream.concat(path, places.stream())
			.map(Path::of)
			.flatMap((place) -> Stream.concat(Stream.of(place), NAMES.stream().map(place::resolve)))
			.filter(Chromium::isExecutable)
			.findFirst();
	}

	private static boolean isExecutable(Path file) {
		return Files.isRegularFile(file) && Files.isExecutable(file);
	}

}
