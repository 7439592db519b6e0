package vn.toasoan.site;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in one sentence why the site could not start; Spring Boot then ends the process
 * with exit code 1. Boot's own analyses are told the same way.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailure implements FailureAnalyzer, FailureAnalysisReporter {

	private static final Logger log = LoggerFactory.getLogger("vn.toasoan");

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		return Stream.of(CannotStart.class, PortInUseException.class, BindException.class, FlywayException.class)
			.flatMap((type) -> causes(failure).filter(type::isInstance))
			.findFirst()
			.map((cause) -> new FailureAnalysis(sentence(cause), null, cause))
			.orElse(null);
	}

	private static Stream<Throwable> causes(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
	}

	private static String sentence(Throwable cause) {
		if (cause instanceof PortInUseException inUse) {
			return "Cổng " + inUse.getPort()
					+ " đang có chương trình khác dùng: hãy dừng nó hoặc đặt SERVER_PORT sang cổng khác.";
		}
		if (cause instanceof FlywayException migration) {
			return notMigrated(migration);
		}
		if (cause instanceof BindException wrong) {
			return wrongSetting(wrong);
		}
		return String.valueOf(cause.getMessage());
	}

	private static String notMigrated(FlywayException migration) {
		boolean forbidden = causes(migration)
			.anyMatch((cause) -> cause instanceof SQLException sql && "42501".equals(sql.getSQLState()));
		return forbidden
				? "Người dùng của cơ sở dữ liệu không được phép tạo bảng: hãy cho họ quyền CREATE trên schema public,"
						+ " hoặc làm chủ cơ sở dữ liệu."
				: "Không cập nhật được cơ sở dữ liệu lên phiên bản này: "
						+ String.valueOf(migration.getMessage()).lines().findFirst().orElse("");
	}

	/**
	 * Names the variable as the operator has set it, and what it may be.
	 */
	private static String wrongSetting(BindException wrong) {
		String variable = wrong.getName().toString().replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
		ConfigurationProperty property = wrong.getProperty();
		Object value = (property != null) ? property.getValue() : "";
		Class<?> type = wrong.getTarget().getType().resolve(Object.class);
		String choice = type.isEnum()
				? ": hãy chọn "
						+ Stream.of(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "))
				: "";
		return variable + " có giá trị không dùng được, “" + value + "”" + choice + ".";
	}

	@Override
	public void report(FailureAnalysis analysis) {
		String action = (analysis.getAction() != null) ? " " + analysis.getAction() : "";
		log.error("Không khởi động được. {}{}", analysis.getDescription(), action);
	}

}
