package vn.toasoan.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class in a real browser, an installed Chromium. A test method may
 * take a {@link com.microsoft.playwright.Page}, changed by {@link View}, and the
 * {@link Browser}. Beside a {@code @SpringBootTest} on a random port, paths are relative
 * to that server. Where no browser is found the tests are skipped, but with
 * {@code CI=true} they fail. A test that fails leaves pictures of its pages in
 * {@code target/screenshots}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Tag("browser")
@ExtendWith(BrowserExtension.class)
public @interface InBrowser {

}
