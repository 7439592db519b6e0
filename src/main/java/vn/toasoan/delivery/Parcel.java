package vn.toasoan.delivery;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/**
 * Sends a page that one reader alone gets, packed if the reader takes it so.
 */
final class Parcel {

	private static final int WORTH_PACKING_BYTES = 2048;

	private Parcel() {
	}

	static void send(HttpServletRequest request, HttpServletResponse response, FilterChain chain, PackedType type)
			throws ServletException, IOException {
		if (!takesGzip(request)) {
			chain.doFilter(request, response);
			return;
		}
		var page = new Galley(response, type);
		chain.doFilter(request, page);
		List<Piece> pieces = page.pieces();
		if (pieces.isEmpty()) {
			page.copyBodyToResponse();
		}
		else {
			write(pieces, request, response);
		}
	}

	/**
	 * Sends a page that is made already.
	 */
	static void write(List<Piece> page, HttpServletRequest request, HttpServletResponse response) throws IOException {
		boolean packed = takesGzip(request) && Piece.length(page) >= WORTH_PACKING_BYTES;
		if (packed) {
			response.setHeader(HttpHeaders.CONTENT_ENCODING, Encoding.GZIP.token());
			response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		}
		byte[] bytes = packed ? Piece.packed(page) : Piece.together(page);
		response.setContentLength(bytes.length);
		response.getOutputStream().write(bytes);
	}

	private static boolean takesGzip(HttpServletRequest request) {
		return Encoding.in(request.getHeader(HttpHeaders.ACCEPT_ENCODING))
			.stream()
			.takeWhile((encoding) -> encoding != Encoding.PLAIN)
			.anyMatch(Encoding.GZIP::equals);
	}

}
