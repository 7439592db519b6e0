package vn.toasoan.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/**
 * The whole site, asked without a network, under the address {@link #URL}. All tests that
 * carry this and the same database share one application context, so each writes articles
 * of its own (see {@link Fixtures}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(properties = "toasoan.site.url=" + SitePages.URL)
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@FixedClock
@Import({ StatementCounter.Configuration.class, Fixtures.class })
public @interface SitePages {

	/** The canonical base of the site; not where MockMvc says that it was asked. */
	String URL = "https://bao.example.vn";

}
