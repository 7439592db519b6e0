package vn.toasoan;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class PreloadTests {

	@Test
	void loadsInTheOrderNotedAndPassesOverWhatIsNoClassHere() {
		var loader = new Notes("java.util.BitSet\nvn.toasoan.Gone\nvn.toasoan.PreparedStart\n");
		new Preload(loader).run();
		assertThat(loader.asked).containsExactly("java.util.BitSet", "vn.toasoan.Gone", "vn.toasoan.PreparedStart");
	}

	@Test
	void withoutNotesItLoadsNothing() {
		var loader = new Notes(null);
		assertThatNoException().isThrownBy(new Preload(loader)::run);
		assertThat(loader.asked).isEmpty();
	}

	private static final class Notes extends ClassLoader {

		private final List<String> asked = new ArrayList<>();

		private final @Nullable String names;

		Notes(@Nullable String names) {
			super(PreloadTests.class.getClassLoader());
			this.names = names;
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			this.asked.add(name);
			return super.loadClass(name, resolve);
		}

		@Override
		public @Nullable InputStream getResourceAsStream(String name) {
			return (name.equals(Preload.NAMES) && this.names != null)
					? new ByteArrayInputStream(this.names.getBytes(StandardCharsets.UTF_8)) : null;
		}

	}

}
