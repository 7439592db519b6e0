package vn.toasoan.site;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodIntrospector.MetadataLookup;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import vn.toasoan.testing.OnH2;
import vn.toasoan.testing.SiteTest;

import static org.assertj.core.api.Assertions.assertThat;

@OnH2
@SiteTest
class SiteSchedulesTests {

	@Autowired
	ConfigurableApplicationContext site;

	@Autowired
	ScheduledTaskHolder schedules;

	@Test
	void whatSaysThatItIsScheduledIs() {
		assertThat(this.schedules.getScheduledTasks()).extracting(ScheduledTask::toString)
			.isNotEmpty()
			.containsExactlyInAnyOrderElementsOf(
					beans().distinct().flatMap(this::scheduled).map(SiteSchedulesTests::name).toList());
	}

	private Stream<Class<?>> beans() {
		var factory = this.site.getBeanFactory();
		return Stream.of(factory.getSingletonNames()).map(factory::getSingleton).map(AopUtils::getTargetClass);
	}

	private Stream<Method> scheduled(Class<?> type) {
		MetadataLookup<Scheduled> annotation = (method) -> method.getAnnotation(Scheduled.class);
		return MethodIntrospector.selectMethods(type, annotation)
			.entrySet()
			.stream()
			.filter((entry) -> isOn(entry.getValue()))
			.map(Map.Entry::getKey);
	}

	private boolean isOn(Scheduled scheduled) {
		return !Scheduled.CRON_DISABLED.equals(this.site.getEnvironment().resolvePlaceholders(scheduled.cron()));
	}

	private static String name(Method method) {
		return method.getDeclaringClass().getName() + "." + method.getName();
	}

}
