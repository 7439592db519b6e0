package vn.toasoan.web;

import java.util.HashMap;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import vn.toasoan.site.SiteSettings;

/**
 * Pieces of pages that are set once and used again for as long as what they say is the
 * same, as printers keep standing type. Nothing has to be thrown away when something
 * changes: what is said is the name under which a piece is kept.
 */
@Component
public class StandingType {

	/** Some 3,000 threads, so that popular articles need not be set again. */
	private static final long BYTES = 16L * 1024 * 1024;

	/** For what an entry weighs beside its letters. */
	private static final int OVERHEAD = 512;

	/** Of the letters of a piece, and once more of those in its name. */
	private static final int BYTES_A_LETTER = 4;

	private final ITemplateEngine engine;

	private final SiteSettings site;

	private final Cache<Piece, String> pieces = Caffeine.newBuilder()
		.maximumWeight(BYTES)
		.<Piece, String>weigher((piece, html) -> OVERHEAD + BYTES_A_LETTER * html.length())
		.build();

	StandingType(ITemplateEngine engine, SiteSettings site) {
		this.engine = engine;
		this.site = site;
	}

	/**
	 * The HTML of a piece.
	 * @param template its template, which may use {@code site} and what is said, and
	 * nothing else of the page around it
	 * @param said by name, values that are equal if they look the same, such as records;
	 * were their types declared, templates would have each of them converted each time
	 */
	public String set(String template, Map<?, ?> said) {
		return set(template, said, Map.of());
	}

	/**
	 * The HTML of a piece that wants more than what is said.
	 * @param unsaid by name, what makes no difference to how it looks, such as
	 * Thymeleaf's own context of the page around it
	 * @see #set(String, Map)
	 */
	public String set(String template, Map<?, ?> said, Map<?, ?> unsaid) {
		return this.pieces.get(new Piece(template, said), (piece) -> compose(piece, unsaid));
	}

	/**
	 * The HTML of a piece that is needed this once, and is not kept.
	 */
	public String setOnce(String template, Map<?, ?> said) {
		return compose(new Piece(template, said), Map.of());
	}

	private String compose(Piece piece, Map<?, ?> unsaid) {
		Map<String, @Nullable Object> model = new HashMap<>();
		piece.said.forEach((name, value) -> model.put((String) name, value));
		unsaid.forEach((name, value) -> model.put((String) name, value));
		model.put("site", this.site);
		return this.engine.process(piece.template, new Context(this.site.language(), model)).strip();
	}

	private record Piece(String template, Map<?, ?> said) {
	}

}
