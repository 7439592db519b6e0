package vn.toasoan.site;

import java.util.Collection;
import java.util.List;

/**
 * What a module keeps of readers, so that a reader can take it all away, or have it all
 * erased. Every module with a table that holds anything under a reader's key, or anything
 * about single comments, has a bean of this type; {@code vn.toasoan.comment} asks all of
 * them. A test fills the tables of the whole site and scans every column of every one of
 * them after an erasure, so a table that was forgotten here fails the build.
 */
public interface PersonalData {

	/**
	 * Under which name it stands in the file that readers download: a plural in lower
	 * case, such as {@code likes}. It is promised in {@code docs/contract.md} and never
	 * changes.
	 */
	String name();

	/**
	 * Everything that is kept of an owner, oldest first, in records with stable names
	 * that Jackson can write: no numbers of rows, no hashes; what was encrypted is
	 * decrypted. Comments are named by their public ids.
	 * @return an empty list if nothing is kept
	 */
	List<?> export(Owner owner);

	/**
	 * Leaves nothing of an owner, inside the transaction that erases everything: no name,
	 * address, text, key, or hash of any of them. What others have left with the owner's
	 * comments (likes, reports, reasons, scores) goes too, and the counts of others'
	 * comments that the owner had moved are moved back. The owner's comments themselves
	 * are still there and unchanged when this is called; their rows are emptied
	 * afterwards, but stay, because replies and the history hang on them.
	 * @return how many rows of each table were touched; tables of which none was may be
	 * left out
	 */
	List<Erased> erase(Owner owner);

	/**
	 * Whose data it is.
	 *
	 * @param key the hash of the reader's key, as tables keep it
	 * @param comments the numbers of all comments written under the key
	 */
	record Owner(String key, Collection<Long> comments) {
	}

	/**
	 * What was erased from one table.
	 *
	 * @param deleted how many rows are gone
	 * @param emptied how many rows stay, but hold nothing of their owner any more
	 */
	record Erased(String table, int deleted, int emptied) {
	}

}
