package vn.toasoan.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.ContextCustomizerFactories;

/**
 * Gives the application context of the test an empty database on a real PostgreSQL
 * server, which is started once for all tests, and a data folder of its own. Stands
 * beside {@code @SpringBootTest} or {@code @DataJpaTest}; properties that these set
 * themselves take precedence.
 *
 * @see TestDatabase
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ContextCustomizerFactories(TestDatabaseContextCustomizerFactory.class)
public @interface OnPostgreSql {

}
