package vn.toasoan.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/**
 * Instants on their way into the database and out of it: JDBC 4.2 maps a timestamp with
 * time zone to {@link OffsetDateTime}, and knows nothing of {@link Instant}.
 */
public final class Timestamps {

	private Timestamps() {
	}

	/**
	 * The instant as a statement's parameter, in UTC.
	 */
	public static OffsetDateTime of(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/**
	 * The instant in a column that is never null.
	 */
	public static Instant in(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/**
	 * The instant in a column, or null where it holds none.
	 */
	public static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
		@Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
