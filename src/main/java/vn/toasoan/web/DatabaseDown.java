package vn.toasoan.web;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * A database out of reach is nobody's mistake and passes: 503, come again.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseDown {

	@ExceptionHandler({ DataAccessException.class, TransactionException.class, PersistenceException.class })
	void comeAgain(RuntimeException failure, HttpServletResponse response) throws IOException {
		if (!isCauseOf(failure)) {
			throw failure;
		}
		response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
	}

	/**
	 * Whether something failed only because the connection to the database is gone, or
	 * none is to be had.
	 */
	static boolean isCauseOf(@Nullable Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
			.anyMatch((cause) -> cause instanceof CannotCreateTransactionException
					|| cause instanceof DataAccessResourceFailureException
					|| cause instanceof SQLTransientConnectionException
					|| (cause instanceof SQLException sql && isLost(sql.getSQLState())));
	}

	/**
	 * SQLSTATE classes: 08 is a connection exception (ISO 9075), 57P a server that goes
	 * or comes (PostgreSQL), 90098 and 90121 a closed database (H2).
	 */
	private static boolean isLost(@Nullable String state) {
		return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("90098")
				|| state.equals("90121"));
	}

}
