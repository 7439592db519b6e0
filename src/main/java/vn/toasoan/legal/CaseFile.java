package vn.toasoan.legal;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A request with everything that belongs to it, as it is taken away: JSON whose fields
 * {@code docs/contract.md} promises.
 *
 * @param outcome what the last answer said; null before the first, and again once the
 * request was reopened
 */
record CaseFile(String site, String number, Channel channel, Asker asker, String name, String organisation,
		String email, String target, @Nullable String comment, String ground, String body, Instant receivedAt,
		Instant dueAt, @Nullable Finding outcome, @Nullable Instant endedAt, @Nullable Instant purgedAt,
		List<Piece> evidence, List<Line> steps) {

	static CaseFile of(String site, LegalRequest request, List<Evidence> evidence, List<Step> steps) {
		return new CaseFile(site, request.number(), request.channel(), request.asker(), request.name(),
				request.organisation(), request.email(), request.target(), request.about(), request.ground(),
				request.body(), request.receivedAt(), request.dueAt(), request.finding(), request.endedAt(),
				request.purgedAt(),
				evidence.stream()
					.map((one) -> new Piece(one.about(), one.frozenAt(), one.frozenBy(), one.sha256(), one.content(),
							one.erasedAt()))
					.toList(),
				steps.stream().map((step) -> new Line(step.at(), step.by(), step.kind(), step.detail())).toList());
	}

	/**
	 * What was frozen.
	 *
	 * @param sha256 of the UTF-8 bytes of the content
	 * @param content the JSON of an {@link Exhibit}, as a text, so that its bytes stay
	 * what they were; null once it is erased
	 */
	record Piece(String comment, Instant frozenAt, String frozenBy, @Nullable String sha256, @Nullable String content,
			@Nullable Instant erasedAt) {
	}

	/**
	 * What was done.
	 */
	record Line(Instant at, String by, Step.Kind what, String detail) {
	}

}
