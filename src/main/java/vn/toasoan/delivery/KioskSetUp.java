package vn.toasoan.delivery;

import java.time.Clock;

import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Puts the {@link Kiosk} and its {@link Turnstile} before the server's entrance when that
 * has been built.
 */
@Component
class KioskSetUp implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	/** A compressed page and its headers leave in one piece. */
	private static final int WRITE_BUFFER_BYTES = 16 * 1024;

	private final DeliverySettings settings;

	/** Asked for late: this runs long before there is a database. */
	private final ObjectProvider<PageCache> cache;

	private final ObjectProvider<Schedule> schedule;

	private final Clock clock;

	private final Environment environment;

	KioskSetUp(DeliverySettings settings, ObjectProvider<PageCache> cache, ObjectProvider<Schedule> schedule,
			Clock clock, Environment environment) {
		this.settings = settings;
		this.cache = cache;
		this.schedule = schedule;
		this.clock = clock;
		this.environment = environment;
	}

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		if (!this.settings.isOff()) {
			factory.addConnectorCustomizers((connector) -> {
				connector.setProperty("socket.appWriteBufSize", Integer.toString(WRITE_BUFFER_BYTES));
				connector.addLifecycleListener((event) -> {
					if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT)) {
						open(connector);
					}
				});
			});
		}
	}

	private void open(Connector connector) {
		var protocol = connector.getProtocolHandler();
		var turnstile = new Turnstile();
		turnstile.standAt(connector);
		boolean logged = this.environment.getProperty("server.tomcat.accesslog.enabled", Boolean.class, false);
		protocol.setAdapter(new Kiosk(protocol.getAdapter(), turnstile, this.cache.getObject(),
				this.schedule.getObject(), this.clock, logged));
	}

}
