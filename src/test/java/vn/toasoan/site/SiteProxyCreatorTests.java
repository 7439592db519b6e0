package vn.toasoan.site;

import java.lang.annotation.Annotation;
import java.util.stream.Stream;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.junit.jupiter.api.Test;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.testing.OnH2;
import vn.toasoan.testing.SiteTest;

import static org.assertj.core.api.Assertions.assertThat;

@OnH2
@SiteTest
class SiteProxyCreatorTests {

	@Autowired
	ConfigurableApplicationContext site;

	@Test
	void allThatIsTransactionalOrLockedIsWrappedAndNothingElse() {
		assertThat(beans().filter(AopUtils::isCglibProxy).map(AopUtils::getTargetClass)).isNotEmpty()
			.containsExactlyInAnyOrderElementsOf(beans().<Class<?>>map(AopUtils::getTargetClass)
				.filter(SiteProxyCreatorTests::needsWrapping)
				.toList());
	}

	private Stream<Object> beans() {
		var factory = this.site.getBeanFactory();
		return Stream.of(factory.getSingletonNames())
			.map(factory::getSingleton)
			.filter((bean) -> AopUtils.getTargetClass(bean).getName().startsWith("vn.toasoan."));
	}

	private static boolean needsWrapping(Class<?> type) {
		return Stream.of(Transactional.class, SchedulerLock.class)
			.anyMatch((annotation) -> AnnotatedElementUtils.hasAnnotation(type, annotation)
					|| !MethodIntrospector.selectMethods(type, method(annotation)).isEmpty());
	}

	private static MethodIntrospector.MetadataLookup<Boolean> method(Class<? extends Annotation> annotation) {
		return (method) -> AnnotatedElementUtils.hasAnnotation(method, annotation) ? true : null;
	}

}
