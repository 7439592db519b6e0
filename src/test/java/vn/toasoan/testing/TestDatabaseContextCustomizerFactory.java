package vn.toasoan.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * Points the application context of a test to its own database and data folder. The kind
 * of the database is part of the context cache's key, so tests on H2 and on PostgreSQL
 * never meet in one context.
 */
class TestDatabaseContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		boolean h2 = TestContextAnnotationUtils.hasAnnotation(testClass, OnH2.class);
		boolean postgreSql = TestContextAnnotationUtils.hasAnnotation(testClass, OnPostgreSql.class);
		if (h2 && postgreSql) {
			throw new IllegalStateException(
					testClass.getName() + " asks for two databases: choose @OnH2 or @OnPostgreSql");
		}
		if (!h2 && !postgreSql) {
			return null;
		}
		return new Customizer(postgreSql);
	}

	private record Customizer(boolean postgreSql) implements ContextCustomizer {

		private static final String PROPERTY_SOURCE = "testDatabase";

		/**
		 * The concurrency tests let 16 requests in at once; each may hold one connection,
		 * and some a second one.
		 */
		private static final int MAXIMUM_POOL_SIZE = 20;

		/**
		 * Shortest that the pool allows: contexts in the cache should not hold
		 * connections that they don't use.
		 */
		private static final int IDLE_TIMEOUT_MILLISECONDS = 10_000;

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
			TestDatabase database = this.postgreSql ? TestDatabase.onPostgreSql() : TestDatabase.onH2();
			Map<String, Object> properties = new HashMap<>();
			properties.put("spring.datasource.url", database.url());
			properties.put("spring.datasource.username", database.username());
			properties.put("spring.datasource.password", database.password());
			properties.put("spring.datasource.hikari.maximum-pool-size", MAXIMUM_POOL_SIZE);
			properties.put("spring.datasource.hikari.minimum-idle", 0);
			properties.put("spring.datasource.hikari.idle-timeout", IDLE_TIMEOUT_MILLISECONDS);
			// Data slices would otherwise swap the database for one of their own.
			properties.put("spring.test.database.replace", "none");
			properties.put("toasoan.data-dir", TemporaryFolders.create().toString());
			addTo(context.getEnvironment().getPropertySources(), new MapPropertySource(PROPERTY_SOURCE, properties));
		}

		private static void addTo(MutablePropertySources sources, MapPropertySource source) {
			String inlined = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
			if (sources.contains(inlined)) {
				sources.addAfter(inlined, source);
			}
			else {
				sources.addFirst(source);
			}
		}

	}

}
