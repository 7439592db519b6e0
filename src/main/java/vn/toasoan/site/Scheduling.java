package vn.toasoan.site;

import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/**
 * Lets modules do something from time to time. What one node is to do for all carries
 * {@code @SchedulerLock}, beside {@code @Scheduled}: if the node dies, another one may
 * begin after an hour.
 */
@Configuration(proxyBeanMethods = false)
@EnableSchedulerLock(defaultLockAtMostFor = "PT1H")
class Scheduling {

	/**
	 * As {@code @EnableScheduling} would have it, but for our own classes only: nothing
	 * in the libraries is scheduled, and Spring would ask each of their methods at every
	 * start.
	 */
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	@Bean(TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME)
	static ScheduledAnnotationBeanPostProcessor siteSchedules() {
		return new SiteSchedules();
	}

	/**
	 * By the database's clock: those of the nodes may differ.
	 */
	@Bean
	LockProvider lockProvider(JdbcTemplate jdbc) {
		return new JdbcTemplateLockProvider(
				JdbcTemplateLockProvider.Configuration.builder().withJdbcTemplate(jdbc).usingDbTime().build());
	}

}
