package vn.toasoan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the site.
 */
// Proxies are for transactions and locks, which set them up themselves.
@SpringBootApplication(exclude = AopAutoConfiguration.class)
@ConfigurationPropertiesScan
public class ToaSoanApplication {

	public static void main(String[] args) {
		if (PreparedStart.use(args)) {
			Preload.begin();
		}
		SpringApplication.run(ToaSoanApplication.class, args);
	}

}
