package vn.toasoan.testing;

import java.nio.file.Path;
import java.util.List;

import javax.sql.DataSource;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OnH2} and {@link OnPostgreSql}.
 */
class TestDatabaseTests {

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
	static class DataSourceOnly {

	}

	abstract static class WithDataSource {

		@Autowired
		DataSource dataSource;

		@Value("${toasoan.data-dir}")
		String dataDir = "";

		String ask(String sql) {
			return String.valueOf(new JdbcTemplate(this.dataSource).queryForObject(sql, String.class));
		}

	}

	@Nested
	@OnPostgreSql
	@SpringBootTest(classes = DataSourceOnly.class, webEnvironment = WebEnvironment.NONE)
	class OnPostgreSqlDatabase extends WithDataSource {

		@Test
		void isARealPostgreSql18() {
			assertThat(ask("select version()")).startsWith("PostgreSQL 18");
		}

		@Test
		void sortsAndLowersVietnameseAsALanguage() {
			assertThat(ask("select lower('ĐÀ NẴNG')")).isEqualTo("đà nẵng");
			assertThat(new JdbcTemplate(this.dataSource).queryForList(
					"select word from (values ('em'), ('Đà'), ('anh'), ('dê')) as words(word) order by word",
					String.class))
				.containsExactly("anh", "dê", "Đà", "em");
		}

		@Test
		void hasRoomForManyContexts() {
			assertThat(ask("show max_connections")).isEqualTo("200");
			assertThat(ask("show fsync")).isEqualTo("off");
		}

	}

	@Nested
	@OnH2
	@SpringBootTest(classes = DataSourceOnly.class, webEnvironment = WebEnvironment.NONE)
	class OnH2Database extends WithDataSource {

		@Test
		void isAnH2WithoutCompatibilityMode() {
			assertThat(ask("select setting_value from information_schema.settings where setting_name = 'MODE'"))
				.isEqualTo("REGULAR");
		}

		@Test
		void hasAnEmptyDataFolderOfItsOwn() {
			assertThat(Path.of(this.dataDir)).isEmptyDirectory();
		}

	}

	@Nested
	@OnH2
	@DirtiesContext
	@SpringBootTest(classes = DataSourceOnly.class, webEnvironment = WebEnvironment.NONE,
			properties = "spring.datasource.hikari.maximum-pool-size=3")
	class WithPropertiesOfItsOwn extends WithDataSource {

		@Test
		void theTestsPropertiesTakePrecedence(@Value("${spring.datasource.hikari.maximum-pool-size}") int size) {
			assertThat(size).isEqualTo(3);
		}

	}

	@Test
	void eachDatabaseIsNewAndEmpty() {
		List.of(TestDatabase.onPostgreSql(), TestDatabase.onPostgreSql(), TestDatabase.onH2(), TestDatabase.onH2())
			.forEach((database) -> {
				JdbcTemplate jdbc = new JdbcTemplate(dataSource(database));
				jdbc.execute("create table only_once (id int)");
				assertThat(jdbc.queryForObject("select count(*) from only_once", Integer.class)).isZero();
			});
	}

	private static DataSource dataSource(TestDatabase database) {
		return new DriverManagerDataSource(database.url(), database.username(), database.password());
	}

}
