package vn.toasoan.site;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof CannotStart) {
				return new FailureAnalysis(cause.getMessage(), null, cause);
			}
			if (cause instanceof PortInUseException inUse) {
				return new FailureAnalysis(
						"Cổng " + inUse.getPort()
								+ " đang có chương trình khác dùng: hãy dừng nó hoặc đặt SERVER_PORT sang cổng khác.",
						null, inUse);
			}
		}
		return null;
	}

	@Override
	public void report(FailureAnalysis analysis) {
		String action = (analysis.getAction() != null) ? " " + analysis.getAction() : "";
		log.error("Không khởi động được. {}{}", analysis.getDescription(), action);
	}

}
