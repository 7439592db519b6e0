package vn.toasoan.moderation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.toasoan.comment.Ban;
import vn.toasoan.comment.Writers;

/**
 * All that the desk knows of one writer.
 *
 * @param key the hash of the writer's key
 * @param removable how many published comments or comments that wait there are to be
 * removed, in the reader's beat
 * @param page a page of the writer's comments, the newest first
 * @param bans those in force on the key
 * @param notes the newest first
 */
record WriterFile(String key, Summary summary, int removable, QueuePage page, List<Ban> bans,
		List<Writers.Note> notes) {

	/**
	 * What a writer has done so far, in the reader's beat or not.
	 *
	 * @param name as given with the newest comment
	 * @param names how many different names were given
	 * @param since when the first comment was written
	 * @param spam how many were spam
	 * @param likes how many comments of others this writer likes
	 * @param reports how many comments this writer has reported
	 * @param dismissed how many of these reports editors have not agreed with
	 * @param ipPrefix network of the newest comment
	 * @param email whether an e-mail address was ever given
	 * @param trustedBy who trusts this writer; null if nobody does
	 */
	record Summary(String name, int names, Instant since, int published, int waiting, int rejected, int removed,
			int spam, int likes, int reports, int dismissed, String ipPrefix, boolean email,
			@Nullable String trustedBy) {

	}

}
