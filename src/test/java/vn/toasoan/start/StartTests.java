package vn.toasoan.start;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toasoan.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starting, being killed, starting again; and what the site says if it can't start.
 */
class StartTests {

	@TempDir
	Path folder;

	@Test
	void aKilledSiteHasKeptWhatItAnsweredAndTheFolderIsHeldByOneAtATime() throws Exception {
		Path data = this.folder.resolve("data");
		try (SiteProcess site = SiteProcess.start(data, Map.of()).awaitReadiness()) {
			String output = site.awaitOutput("cai-dat-lan-dau");
			assertThat(output).contains("http://localhost:" + site.port() + "/cai-dat-lan-dau?ma=")
				.contains("Dữ liệu nằm ở " + data);
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secret.key"))))
				.isEqualTo("rw-------");
			try (SiteProcess second = SiteProcess.start(data, Map.of())) {
				refuses(second, "Dữ liệu trong " + data + " đang được một tiến trình khác dùng");
			}
			commentAndKill(site, Map.of(), data);
		}
	}

	@Test
	void aKilledSiteHasKeptWhatItAnsweredOnPostgreSql() throws Exception {
		TestDatabase database = TestDatabase.onPostgreSql();
		Map<String, String> environment = Map.of("SPRING_DATASOURCE_URL", database.url(), "SPRING_DATASOURCE_USERNAME",
				database.username(), "SPRING_DATASOURCE_PASSWORD", database.password());
		try (SiteProcess site = SiteProcess.start(this.folder, environment).awaitReadiness()) {
			commentAndKill(site, environment, this.folder);
		}
	}

	private static void commentAndKill(SiteProcess site, Map<String, String> environment, Path data) throws Exception {
		var answer = site.post(SiteProcess.ARTICLE + "/binh-luan",
				Map.of("name", "Người bền bỉ", "body", "Câu này phải còn lại."));
		assertThat(answer.statusCode()).isEqualTo(303);
		String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
		site.kill();
		try (SiteProcess again = SiteProcess.start(data, environment).awaitReadiness()) {
			// The same comment again is the one that was kept, so it is not a new one's
			// cookie that comes back.
			var repeated = again.post(SiteProcess.ARTICLE + "/binh-luan",
					Map.of("name", "Người bền bỉ", "body", "Câu này phải còn lại."));
			assertThat(repeated.headers().firstValue("Location")).isEqualTo(answer.headers().firstValue("Location"));
			assertThat(repeated.headers().firstValue("Set-Cookie")).isEmpty();
			assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
			assertThat(again.get(SiteProcess.ARTICLE).body()).containsOnlyOnce("<h1>");
		}
	}

	@Test
	void aPortInUseIsSaidInOneSentence() throws Exception {
		try (var taken = new ServerSocket(0);
				SiteProcess site = SiteProcess.start(this.folder, Map.of(), taken.getLocalPort())) {
			refuses(site, "Cổng " + taken.getLocalPort() + " đang có chương trình khác dùng");
		}
	}

	@Test
	void aFolderThatCantBeWrittenIsSaidInOneSentence() throws Exception {
		Path file = Files.createFile(this.folder.resolve("tap-tin"));
		try (SiteProcess site = SiteProcess.start(file.resolve("data"), Map.of())) {
			refuses(site, "Không ghi được vào thư mục dữ liệu " + file.resolve("data"));
		}
	}

	@Test
	void aWrongPasswordOfTheDatabaseIsSaidInOneSentence() throws Exception {
		try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			Thread refusing = new Thread(() -> refusePasswords(server));
			refusing.setDaemon(true);
			refusing.start();
			String url = "jdbc:postgresql://127.0.0.1:" + server.getLocalPort() + "/toasoan";
			try (SiteProcess site = SiteProcess.start(this.folder, Map.of("SPRING_DATASOURCE_URL", url,
					"SPRING_DATASOURCE_USERNAME", "toasoan", "SPRING_DATASOURCE_PASSWORD", "bi-mat-sai"))) {
				String output = refuses(site, "từ chối người dùng “toasoan”");
				assertThat(output).doesNotContain("bi-mat-sai");
			}
		}
	}

	@Test
	void aDatabaseThatDoesNotAnswerIsSaidInOneSentence() throws Exception {
		String url = "jdbc:postgresql://127.0.0.1:" + SiteProcess.freePort() + "/toasoan";
		try (SiteProcess site = SiteProcess.start(this.folder, Map.of("SPRING_DATASOURCE_URL", url))) {
			refuses(site, "Không kết nối được tới cơ sở dữ liệu " + url);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					SERVER_PORT             | 99999          | SERVER_PORT phải là một số từ 1 đến 65535, không phải “99999”
					TOASOAN_COMMENTS_MODE   | SOMETIMES      | TOASOAN_COMMENTS_MODE có giá trị không dùng được, “SOMETIMES”: hãy chọn OPEN
					TOASOAN_TRUSTED_PROXIES | 10.0.0.0/8,abc | TOASOAN_TRUSTED_PROXIES phải gồm các địa chỉ hoặc dải CIDR
					""")
	void aWrongSettingIsNamedInOneSentence(String variable, String value, String sentence) throws Exception {
		try (SiteProcess site = SiteProcess.start(this.folder, Map.of(variable, value))) {
			refuses(site, sentence);
		}
	}

	@Test
	void aDamagedSecretIsSaidInOneSentence() throws Exception {
		Path key = Files.createFile(this.folder.resolve("secret.key"));
		try (SiteProcess site = SiteProcess.start(this.folder, Map.of())) {
			refuses(site, "Khóa trong " + key + " bị hỏng");
		}
	}

	@Test
	void blankVariablesCountAsNotSetAndAnUnfitFirstAccountIsSaidButKeepsNobodyFromStarting() throws Exception {
		Map<String, String> blank = new HashMap<>(
				Map.of("TOASOAN_ADMIN_USERNAME", "a".repeat(100), "TOASOAN_ADMIN_PASSWORD", "dài hơn mười hai chữ"));
		for (String name : List.of("TOASOAN_SITE_URL", "TOASOAN_SITE_NAME", "TOASOAN_SITE_ZONE",
				"TOASOAN_SITE_LANGUAGE", "TOASOAN_COMMENTS_MODE", "TOASOAN_SECRET_KEY", "TOASOAN_TRUSTED_PROXIES",
				"SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD")) {
			blank.put(name, "");
		}
		try (SiteProcess site = SiteProcess.start(this.folder, blank).awaitReadiness()) {
			String output = site.awaitOutput("cai-dat-lan-dau");
			assertThat(output).contains("Tòa Soạn đã sẵn sàng: http://localhost:" + site.port())
				.contains("http://localhost:" + site.port() + "/cai-dat-lan-dau?ma=")
				.contains("TOASOAN_ADMIN_USERNAME phải có 3 đến 40")
				.doesNotContain("Exception");
		}
	}

	/**
	 * It ends with exit code 1 after one sentence, and nothing of how it is built.
	 */
	private static String refuses(SiteProcess site, String sentence) throws Exception {
		assertThat(site.awaitExit()).isEqualTo(1);
		String output = site.output();
		List<String> problems = output.lines()
			.filter((line) -> line.contains("ERROR") || line.contains("WARN"))
			.toList();
		assertThat(problems).singleElement().asString().contains("Không khởi động được. ").contains(sentence);
		assertThat(output).doesNotContain("\tat ").doesNotContain("Exception");
		return output;
	}

	/**
	 * Speaks as much of PostgreSQL's protocol (version 3.0) as it takes to ask for a
	 * password and to refuse it.
	 */
	private static void refusePasswords(ServerSocket server) {
		while (!server.isClosed()) {
			try (Socket client = server.accept()) {
				InputStream in = client.getInputStream();
				OutputStream out = client.getOutputStream();
				byte[] message = startUp(in);
				while (ByteBuffer.wrap(message).getInt() != 196608) {
					out.write('N'); // neither TLS nor GSS
					message = startUp(in);
				}
				out.write(new byte[] { 'R', 0, 0, 0, 8, 0, 0, 0, 3 });
				in.readNBytes(1);
				startUp(in);
				byte[] reason = "SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed\0\0"
					.getBytes(StandardCharsets.UTF_8);
				out.write('E');
				out.write(ByteBuffer.allocate(4).putInt(reason.length + 4).array());
				out.write(reason);
			}
			catch (Exception ex) {
				// The driver has hung up, or the test is over.
			}
		}
	}

	private static byte[] startUp(InputStream in) throws Exception {
		int length = ByteBuffer.wrap(in.readNBytes(4)).getInt();
		return in.readNBytes(length - 4);
	}

}
