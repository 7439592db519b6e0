package vn.toasoan.comment;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import vn.toasoan.site.PersonalData.Erased;
import vn.toasoan.site.Secrets;
import vn.toasoan.web.NoSuchPage;

/**
 * What was erased, as an address carries it to the page that says so: after an erasure
 * nothing is kept that could.
 */
@Component
public class ErasureReceipt {

	private static final String PURPOSE = "erasure receipt";

	private final Secrets secrets;

	ErasureReceipt(Secrets secrets) {
		this.secrets = secrets;
	}

	/**
	 * Fit for an address.
	 */
	public String write(List<Erased> erased) {
		String lines = String.join("\n",
				erased.stream().map((one) -> one.table() + ' ' + one.deleted() + ' ' + one.emptied()).toList());
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(lines.getBytes(StandardCharsets.UTF_8));
		return token + '.' + this.secrets.sign(PURPOSE, token);
	}

	/**
	 * @throws NoSuchPage if it is not ours
	 */
	public List<Erased> read(String receipt) {
		String[] parts = receipt.split("\\.", -1);
		if (parts.length != 2 || !this.secrets.isSigned(PURPOSE, parts[0], parts[1])) {
			throw new NoSuchPage("erasure receipt");
		}
		String lines = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
		return Stream.of(lines.split("\n")).filter((line) -> !line.isEmpty()).map(ErasureReceipt::line).toList();
	}

	private static Erased line(String line) {
		String[] parts = line.split(" ");
		return new Erased(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
	}

}
