package vn.toasoan.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * The whole site, asked through MockMvc with its real filters, at a fixed time. Stands
 * beside {@link OnH2} or {@link OnPostgreSql}. All tests of one kind of database share
 * one site, so each makes its own accounts and articles ({@link Newsroom}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest
@AutoConfigureMockMvc
@FixedClock
@Import({ Newsroom.class, Forwards.class, Fixtures.class, StatementCounter.Configuration.class })
public @interface SiteTest {

}
