package vn.toasoan.delivery;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A page while it is being set, of standing type and of what is set for one reader. Its
 * text is not turned into bytes as a whole, because most of it has been before.
 */
final class Galley extends ContentCachingResponseWrapper {

	/** From so many letters on, what is written in one go is taken as a piece. */
	private static final int LONG = 1024;

	private final PackedType type;

	private final List<Piece> pieces = new ArrayList<>();

	private final StringBuilder loose = new StringBuilder();

	private @Nullable PrintWriter writer;

	Galley(HttpServletResponse response, PackedType type) {
		super(response);
		this.type = type;
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		if (this.writer == null) {
			this.writer = StandardCharsets.UTF_8.name().equalsIgnoreCase(getCharacterEncoding())
					? new PrintWriter(new Composer()) : super.getWriter();
		}
		return this.writer;
	}

	/**
	 * All that has been written as text; nothing if the page was written as bytes, or an
	 * error has been sent instead.
	 */
	List<Piece> pieces() {
		if (isCommitted()) {
			drop();
		}
		fix();
		return this.pieces;
	}

	private void fix() {
		if (!this.loose.isEmpty()) {
			this.pieces.add(Piece.inHurry(this.loose.toString()));
			this.loose.setLength(0);
		}
	}

	private void drop() {
		this.pieces.clear();
		this.loose.setLength(0);
	}

	@Override
	public void reset() {
		drop();
		super.reset();
	}

	@Override
	public void resetBuffer() {
		drop();
		super.resetBuffer();
	}

	private final class Composer extends Writer {

		@Override
		public void write(char[] letters, int from, int length) {
			Galley.this.loose.append(letters, from, length);
		}

		@Override
		public void write(int letter) {
			Galley.this.loose.append((char) letter);
		}

		@Override
		public void write(String text, int from, int length) {
			if (length >= LONG && length == text.length()) {
				fix();
				Galley.this.pieces.add(Galley.this.type.of(text));
			}
			else {
				Galley.this.loose.append(text, from, from + length);
			}
		}

		@Override
		public void flush() {
			// There is nothing behind it yet.
		}

		@Override
		public void close() {
			// Nothing to be closed.
		}

	}

}
