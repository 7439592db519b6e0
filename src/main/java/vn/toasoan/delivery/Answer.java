package vn.toasoan.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.coyote.Response;
import org.apache.tomcat.util.http.MimeHeaders;

/**
 * What one kind of request gets of a {@link Page}, ready to be sent as often as it is
 * asked for.
 */
final class Answer {

	private final int status;

	private final List<Header> headers;

	private final byte[] body;

	Answer(int status, Map<String, String> headers, byte[] body) {
		this.status = status;
		this.headers = headers.entrySet()
			.stream()
			.map((header) -> Header.of(header.getKey(), header.getValue()))
			.toList();
		this.body = body;
	}

	int weight() {
		return this.body.length;
	}

	/**
	 * Sends it through the servlet container.
	 * @param bodyless whether only the headers are wanted
	 */
	void write(HttpServletResponse response, boolean bodyless) throws IOException {
		response.setStatus(this.status);
		this.headers.forEach((header) -> response.setHeader(header.name, header.value));
		if (hasBody()) {
			response.setContentLength(this.body.length);
			if (!bodyless) {
				response.getOutputStream().write(this.body);
			}
		}
	}

	/**
	 * Sends it to the connection itself, which leaves out the body in an answer to HEAD.
	 */
	void write(Response response) throws IOException {
		response.setStatus(this.status);
		MimeHeaders fields = response.getMimeHeaders();
		for (Header header : this.headers) {
			header.addTo(fields);
		}
		if (hasBody()) {
			response.setContentLength(this.body.length);
			response.doWrite(ByteBuffer.wrap(this.body));
		}
	}

	private boolean hasBody() {
		return this.status == HttpServletResponse.SC_OK;
	}

	private record Header(String name, String value, byte[] nameBytes, byte[] valueBytes) {

		static Header of(String name, String value) {
			return new Header(name, value, name.getBytes(StandardCharsets.ISO_8859_1),
					value.getBytes(StandardCharsets.ISO_8859_1));
		}

		void addTo(MimeHeaders fields) {
			fields.addValue(this.nameBytes, 0, this.nameBytes.length)
				.setBytes(this.valueBytes, 0, this.valueBytes.length);
		}

	}

}
