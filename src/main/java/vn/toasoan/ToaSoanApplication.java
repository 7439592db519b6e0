package vn.toasoan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the site.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ToaSoanApplication {

	public static void main(String[] args) {
		Preload.begin();
		PreparedStart.use(args);
		SpringApplication.run(ToaSoanApplication.class, args);
	}

}
