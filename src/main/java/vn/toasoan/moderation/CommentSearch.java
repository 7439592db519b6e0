package vn.toasoan.moderation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Decisions;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.text.Vietnamese;

/**
 * Finds comments by what they say and by all that is known of them, the newest first. A
 * word without diacritics finds all that it could mean; one with diacritics finds itself.
 * Words are looked for in {@code comment_search} from the newest row on until a page is
 * full, at worst to its end; see {@code docs/adr/0023}.
 */
@Repository
@Transactional(readOnly = true)
class CommentSearch {

	private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"|“([^”]+)”|(\\S+)");

	/** More don't narrow it down any further. */
	private static final int MAX_WORDS = 8;

	private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

	private final JdbcClient jdbc;

	private final SiteSettings site;

	CommentSearch(JdbcClient jdbc, SiteSettings site) {
		this.jdbc = jdbc;
		this.site = site;
	}

	/**
	 * A page of what is found. One SQL statement.
	 * @param cursor null for the first page
	 */
	QueuePage page(SearchForm form, Beat beat, @Nullable QueueCursor cursor) {
		boolean back = cursor != null && !cursor.forward();
		Conditions conditions = conditions(form, beat, List.of());
		String beyond = (cursor == null) ? "" : " and " + conditions.id() + (back ? " > " : " < ") + ":id";
		var query = this.jdbc.sql(QueueRow.SELECT + conditions.ids(beyond, back ? "asc" : "desc"))
			.params(conditions.parameters())
			.param("size", QueuePage.SIZE + 1);
		if (cursor != null) {
			query.param("id", cursor.id());
		}
		return QueuePage.of(query.query((row, n) -> QueueRow.item(row)).list(), cursor);
	}

	/**
	 * What of all that is found can be decided like this, the newest first. One SQL
	 * statement.
	 */
	List<Choice> decidable(SearchForm form, Beat beat, Verdict verdict, int most) {
		List<String> from = new ArrayList<>();
		for (CommentStatus status : CommentStatus.values()) {
			if (Decisions.isAllowed(status, verdict.on(status).to())) {
				from.add(status.name());
			}
		}
		Conditions conditions = conditions(form, beat, from);
		return this.jdbc.sql("select c.public_id, c.status from comment c where " + conditions.ids("", "desc"))
			.params(conditions.parameters())
			.param("size", most)
			.query((row, n) -> new Choice(row.getString("public_id"), CommentStatus.valueOf(row.getString("status"))))
			.list();
	}

	/**
	 * Where texts are looked for, they are read first, and of the comments only those
	 * whose texts fit: that their rows are short is what makes it fast.
	 * @param statuses to which it is narrowed down; empty for all
	 */
	private Conditions conditions(SearchForm form, Beat beat, List<String> statuses) {
		StringBuilder texts = new StringBuilder();
		StringBuilder where = new StringBuilder();
		Map<String, Object> parameters = new HashMap<>(beat.parameters());
		words(form.tim(), texts, where, parameters);
		writer(form.nguoi(), texts, where, parameters);
		if (!statuses.isEmpty()) {
			where.append(" and c.status in (:statuses)");
			parameters.put("statuses", statuses);
		}
		String slug = form.bai().isEmpty() ? "" : form.articleSlug();
		if (!slug.isEmpty()) {
			// A whole address means this article, words mean all that have them in
			// theirs.
			boolean whole = form.bai().contains("/bai-viet/");
			where.append(whole ? " and a.slug = :slug" : " and a.slug like :slug");
			parameters.put("slug", whole ? slug : "%" + slug + "%");
		}
		form.status().ifPresent((status) -> {
			where.append(" and c.status = :status");
			parameters.put("status", status.name());
		});
		form.source().ifPresent((source) -> {
			where.append(" and c.source = :source");
			parameters.put("source", source.name());
		});
		form.from().ifPresent((day) -> {
			where.append(" and c.created_at >= :from_day");
			parameters.put("from_day", start(day));
		});
		form.to().ifPresent((day) -> {
			where.append(" and c.created_at < :to_day");
			parameters.put("to_day", start(day.plusDays(1)));
		});
		String comments = " from comment c"
				+ ((!slug.isEmpty() || !beat.isAll()) ? " join article a on a.id = c.article_id" : "") + " where ";
		where.append(beat.condition());
		if (texts.isEmpty()) {
			return new Conditions("c.id", comments + "1 = 1" + where, parameters);
		}
		String fitting = where.isEmpty() ? ""
				: " and exists (select 1" + comments + "c.id = s.comment_id" + where + ")";
		return new Conditions("s.comment_id", " from comment_search s where 1 = 1" + texts + fitting, parameters);
	}

	private static void words(String text, StringBuilder texts, StringBuilder where, Map<String, Object> parameters) {
		Matcher word = WORD.matcher(text);
		int n = 0;
		while (n < MAX_WORDS && word.find()) {
			String plain = word.group().replaceAll("[\"“”]", "").strip();
			if (plain.isEmpty()) {
				continue;
			}
			String folded = Vietnamese.fold(plain);
			texts.append(" and s.folded like :word").append(n).append(" escape '!'");
			parameters.put("word" + n, like(folded));
			String lower = plain.toLowerCase(Locale.ROOT);
			if (!lower.equals(folded)) {
				where.append(" and (lower(c.body_source) like :exact" + n
						+ " escape '!' or lower(c.author_name) like :exact" + n + " escape '!')");
				parameters.put("exact" + n, like(lower));
			}
			n++;
		}
	}

	private static void writer(String writer, StringBuilder texts, StringBuilder where,
			Map<String, Object> parameters) {
		if (KEY.matcher(writer).matches()) {
			where.append(" and c.author_key = :writer");
			parameters.put("writer", writer);
		}
		else if (!writer.isEmpty()) {
			texts.append(" and s.folded_name like :writer escape '!'");
			parameters.put("writer", like(Vietnamese.fold(writer)));
		}
	}

	private static String like(String text) {
		return "%" + text.replaceAll("[!%_]", "!$0") + "%";
	}

	private OffsetDateTime start(LocalDate day) {
		return day.atStartOfDay(this.site.zone()).toOffsetDateTime();
	}

	/**
	 * What a search asks of the database.
	 *
	 * @param id the column with the comments' numbers
	 * @param from everything from {@code from} to the last condition
	 */
	private record Conditions(String id, String from, Map<String, Object> parameters) {

		/**
		 * The condition on {@code comment c}, and the order, of the first of those that
		 * are found; how many is the parameter {@code size}.
		 */
		String ids(String beyond, String direction) {
			return "c.id in (select x.id from (select " + this.id + " as id" + this.from + beyond + " order by "
					+ this.id + " " + direction + " limit :size) x) order by c.id " + direction;
		}

	}

}
