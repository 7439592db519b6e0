package vn.toasoan.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import vn.toasoan.delivery.Parts.Own;

/**
 * Writes a reader's name into the form of a finished page, and puts the discussion there
 * as this reader sees it. Then it is one reader's page: nobody keeps it.
 */
@Component
class Dedication {

	/** Would make the finished page come packed, or not at all. */
	static final Set<String> HIDDEN = Set.of("accept-encoding", "if-none-match", "if-modified-since");

	private static final List<Piece> CHECKED = List.of(Piece.of(" checked=\"checked\""));

	private final PackedType type;

	Dedication(PackedType type) {
		this.type = type;
	}

	/**
	 * @param threads the discussion, in which something is the reader's own, thread by
	 * thread; null where it is the same as for everybody
	 * @return false, and nothing is sent, if there is no place for it on the page
	 */
	boolean send(Edition edition, String name, @Nullable List<String> threads, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		Parts parts = edition.parts();
		Map<Own, List<Piece>> own = new EnumMap<>(Own.class);
		if (!name.isEmpty()) {
			own.put(Own.NAME, List.of(Piece.of(HtmlUtils.htmlEscape(name, StandardCharsets.UTF_8.name()))));
			own.put(Own.REMEMBERED, CHECKED);
		}
		if (threads != null) {
			if (!parts.have(Own.THREADS)) {
				return false;
			}
			own.put(Own.THREADS, threads.stream().map(this.type::of).toList());
		}
		edition.headersForOneReader().forEach(response::setHeader);
		Parcel.write(parts.with(own), request, response);
		return true;
	}

}
