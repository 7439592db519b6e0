package vn.toasoan.subscription;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.toasoan.mail.Addresses;
import vn.toasoan.site.PersonalData;
import vn.toasoan.site.Timestamps;

/**
 * What a reader follows; and the reader's comments among those that others are to be told
 * of.
 */
@Component
class SubscriptionsOfReaders implements PersonalData {

	private final JdbcClient jdbc;

	private final Addresses addresses;

	SubscriptionsOfReaders(JdbcClient jdbc, Addresses addresses) {
		this.jdbc = jdbc;
		this.addresses = addresses;
	}

	@Override
	public String name() {
		return "subscriptions";
	}

	@Override
	public List<?> export(Owner owner) {
		return this.jdbc.sql("""
				select a.slug, c.public_id, s.email, s.asked_at, s.confirmed_at, s.told_at from subscription s
				join article a on a.id = s.article_id left join comment c on c.path = s.below
				where s.author_key = :key order by s.id""")
			.param("key", owner.key())
			.query((row, n) -> new Kept("/bai-viet/" + row.getString("slug"), row.getString("public_id"),
					this.addresses.open(row.getString("email")), Timestamps.in(row, "asked_at"),
					Timestamps.orNull(row, "confirmed_at"), Timestamps.orNull(row, "told_at")))
			.list();
	}

	@Override
	public List<Erased> erase(Owner owner) {
		int followed = this.jdbc.sql("delete from subscription where author_key = :key")
			.param("key", owner.key())
			.update();
		int news = owner.comments().isEmpty() ? 0
				: this.jdbc.sql("delete from comment_news where comment_id in (:comments)")
					.param("comments", owner.comments())
					.update();
		return List.of(new Erased("subscription", followed, 0), new Erased("comment_news", news, 0));
	}

	/**
	 * Something that is followed.
	 *
	 * @param comment public id of the comment whose replies are followed; null for all
	 * comments of the article
	 */
	record Kept(String article, @Nullable String comment, String address, Instant askedAt,
			@Nullable Instant confirmedAt, @Nullable Instant lastLetterAt) {
	}

}
