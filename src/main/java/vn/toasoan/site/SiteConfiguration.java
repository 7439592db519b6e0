package vn.toasoan.site;

import java.time.Clock;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * The clock that all modules ask, and the words on the console once the site is up.
 */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

	private static final Logger log = LoggerFactory.getLogger("vn.toasoan");

	@Bean
	Clock clock() {
		// Databases keep microseconds: what was written must equal what is read back.
		return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
	}

	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void sayWhere(ApplicationReadyEvent ready) {
		Environment environment = ready.getApplicationContext().getEnvironment();
		SiteSettings site = ready.getApplicationContext().getBean(SiteSettings.class);
		String database = environment.getProperty("spring.datasource.url", "").replaceFirst("[?;].*", "");
		log.info("{} đã sẵn sàng: {} (cổng {})", site.name(), site.url(),
				environment.getProperty("local.server.port", "-"));
		log.info("Dữ liệu nằm ở {}, cơ sở dữ liệu {}", environment.getProperty("toasoan.data-dir"), database);
	}

}
