package vn.toasoan.comment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.site.Database;
import vn.toasoan.site.PersonalData;
import vn.toasoan.site.PersonalData.Erased;
import vn.toasoan.site.PersonalData.Owner;

/**
 * All that the site keeps under a reader's key: taken away as one file, or erased in one
 * transaction. Each module says what it keeps as {@link PersonalData}; the comments
 * themselves come last. See {@code docs/adr/0021}.
 */
@Service
@Transactional
public class PersonalRecords {

	private final List<PersonalData> parts;

	private final OwnWords words;

	private final Comments comments;

	private final Decisions decisions;

	private final Limits limits;

	private final JdbcClient jdbc;

	private final Database database;

	PersonalRecords(List<PersonalData> parts, OwnWords words, Comments comments, Decisions decisions, Limits limits,
			JdbcClient jdbc, Database database) {
		this.parts = parts;
		this.words = words;
		this.comments = comments;
		this.decisions = decisions;
		this.limits = limits;
		this.jdbc = jdbc;
		this.database = database;
	}

	/**
	 * Everything, by the names of its parts; what is empty is there, too. Made for
	 * Jackson.
	 */
	@Transactional(readOnly = true)
	public Map<String, List<?>> export(ReaderKey reader) {
		Owner owner = owner(reader);
		Map<String, List<?>> records = new LinkedHashMap<>();
		records.put("comments", this.words.export(owner));
		this.parts.forEach((part) -> records.put(part.name(), part.export(owner)));
		return records;
	}

	/**
	 * Erases everything. The threads are held first, in the order of their numbers, then
	 * comes what the reader is still allowed, as when a comment is posted: what hangs on
	 * them (the counts, the ranks, what readers see) follows in this transaction.
	 * @return how many rows of each table are gone or emptied, by the tables' names;
	 * those of which none was are left out
	 */
	public List<Erased> erase(ReaderKey reader) {
		List<Long> roots = roots(reader);
		roots.forEach(this.comments::holdThread);
		this.comments.holdAll(reader.hash());
		Owner owner = owner(reader);
		List<Erased> erased = new ArrayList<>();
		erased.add(new Erased("allowance", this.limits.forget(reader), 0));
		holdCounts(reader);
		this.parts.forEach((part) -> erased.addAll(part.erase(owner)));
		owner.comments()
			.forEach((id) -> this.comments.findById(id)
				.ifPresent((comment) -> this.decisions.withdraw(comment, Reason.ERASED)));
		erased.add(new Erased("comment", 0, this.words.empty(owner)));
		roots.forEach(this.comments::rank);
		return sum(erased);
	}

	/** Before anything that editors settle once they have moved a count. */
	private void holdCounts(ReaderKey reader) {
		this.jdbc
			.sql("""
					select article_id from discussion where article_id in
					(select article_id from comment where author_key = :key) order by article_id"""
					+ this.database.holding())
			.param("key", reader.hash())
			.query(Long.class)
			.list();
	}

	/** Of the threads in which the reader has written or liked something. */
	private List<Long> roots(ReaderKey reader) {
		return this.jdbc.sql("""
				select root_id from comment where author_key = :key
				union
				select c.root_id from comment_like l join comment c on c.id = l.comment_id where l.author_key = :key
				order by root_id""").param("key", reader.hash()).query(Long.class).list();
	}

	/** Their articles' counts move in this order, as everywhere. */
	private Owner owner(ReaderKey reader) {
		return new Owner(reader.hash(),
				this.jdbc.sql("select id from comment where author_key = :key order by article_id, id")
					.param("key", reader.hash())
					.query(Long.class)
					.list());
	}

	/**
	 * One line for each table. A comment that several parts have emptied counts once.
	 */
	private static List<Erased> sum(List<Erased> erased) {
		Map<String, Erased> tables = new TreeMap<>();
		erased.forEach((one) -> tables.merge(one.table(), one,
				(a, b) -> new Erased(a.table(), a.deleted() + b.deleted(), Math.max(a.emptied(), b.emptied()))));
		return tables.values().stream().filter((one) -> one.deleted() + one.emptied() > 0).toList();
	}

}
