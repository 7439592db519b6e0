package vn.toasoan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.info.InfoContributorAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.autoconfigure.web.DataWebAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.SslHealthContributorAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.jta.autoconfigure.JtaAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/**
 * Starts the site.
 */
// Proxies are for transactions and locks, which set them up themselves; the others would
// set up what is not used here.
@SpringBootApplication(exclude = { AopAutoConfiguration.class, DataSourceInitializationAutoConfiguration.class,
		DataSourceTransactionManagerAutoConfiguration.class, DataWebAutoConfiguration.class,
		InfoContributorAutoConfiguration.class, JtaAutoConfiguration.class, SslHealthContributorAutoConfiguration.class,
		TaskExecutionAutoConfiguration.class })
@ConfigurationPropertiesScan
public class ToaSoanApplication {

	public static void main(String[] args) {
		var site = new SpringApplication(ToaSoanApplication.class);
		if (PreparedStart.use(args)) {
			Preload.begin();
			site.setApplicationContextFactory((type) -> new ServletWebServerApplicationContext(new SiteBeanFactory()));
		}
		site.run(args);
	}

}
