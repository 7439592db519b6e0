package vn.toasoan.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Stops the application's clock. The {@link MutableClock} can be injected; before each
 * test it is set back.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Import(MutableClock.Configuration.class)
@ExtendWith(FixedClock.Reset.class)
public @interface FixedClock {

	/**
	 * The instant at which each test begins, in ISO 8601; if empty,
	 * {@link MutableClock#START}. While the context starts, it is always the latter. A
	 * test method may have its own.
	 */
	String value() default "";

	/**
	 * Sets the clock back, as contexts are shared by tests.
	 */
	class Reset implements BeforeEachCallback {

		@Override
		public void beforeEach(ExtensionContext context) {
			String value = AnnotatedElementUtils.isAnnotated(context.getRequiredTestMethod(), FixedClock.class)
					? valueOf(AnnotatedElementUtils.findMergedAnnotation(context.getRequiredTestMethod(),
							FixedClock.class))
					: valueOf(TestContextAnnotationUtils.findMergedAnnotation(context.getRequiredTestClass(),
							FixedClock.class));
			SpringExtension.getApplicationContext(context)
				.getBean(MutableClock.class)
				.set(value.isEmpty() ? MutableClock.START : Instant.parse(value));
		}

		private static String valueOf(@Nullable FixedClock annotation) {
			return (annotation != null) ? annotation.value() : "";
		}

	}

}
