package vn.toasoan.comment;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.toasoan.site.PersonalData;
import vn.toasoan.site.Secrets;
import vn.toasoan.site.Timestamps;

/**
 * Trust in a reader and bans of one, for the reader to take away or to have erased. A ban
 * of a network is nobody's own and stays.
 */
@Component
class StandingData implements PersonalData {

	private final Bans bans;

	private final Secrets secrets;

	private final JdbcClient jdbc;

	StandingData(Bans bans, Secrets secrets, JdbcClient jdbc) {
		this.bans = bans;
		this.secrets = secrets;
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "standing";
	}

	@Override
	public List<?> export(Owner owner) {
		Stream<Standing> trust = this.jdbc.sql("select trusted_at from trusted_writer where author_key = :key")
			.param("key", owner.key())
			.query((row, n) -> new Standing("TRUSTED", null, Timestamps.in(row, "trusted_at"), null))
			.stream();
		return Stream.concat(trust, this.bans.all(owner.key(), addresses(owner)).stream().map(Standing::of)).toList();
	}

	@Override
	public List<Erased> erase(Owner owner) {
		int trusted = this.jdbc.sql("delete from trusted_writer where author_key = :key")
			.param("key", owner.key())
			.update();
		return List.of(new Erased("trusted_writer", trusted, 0),
				new Erased("ban", this.bans.forget(owner.key(), addresses(owner)), 0));
	}

	private List<String> addresses(Owner owner) {
		return this.jdbc.sql("select email from comment where author_key = :key and email is not null")
			.param("key", owner.key())
			.query(String.class)
			.list()
			.stream()
			.map((email) -> this.secrets.decrypt(Comment.EMAIL, email))
			.distinct()
			.toList();
	}

	/**
	 * Trust or a ban.
	 *
	 * @param standing {@code TRUSTED}, or what a ban does: {@code REFUSE}, {@code HOLD}
	 * @param reason of a ban
	 * @param until of a ban
	 */
	private record Standing(String standing, @Nullable String reason, Instant since, @Nullable Instant until) {

		static Standing of(Ban ban) {
			return new Standing(ban.effect().name(), ban.reason(), ban.madeAt(), ban.endsAt());
		}

	}

}
