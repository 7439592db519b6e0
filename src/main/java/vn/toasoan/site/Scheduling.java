package vn.toasoan.site;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Lets modules do something from time to time.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {

}
