package vn.toasoan.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How the reader of an injected page looks at it.
 *
 * @see InBrowser
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface View {

	/** Width of the window in CSS pixels; 390 is a usual phone. */
	int width() default 1280;

	/** Height of the window in CSS pixels. */
	int height() default 800;

	/**
	 * Whether scripts run. Without them, find the content of {@code <noscript>} by CSS:
	 * Playwright's text locators leave it out.
	 */
	boolean javaScript() default true;

	/** Whether the reader prefers the dark colour scheme. */
	boolean dark() default false;

}
