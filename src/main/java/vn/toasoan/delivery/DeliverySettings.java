package vn.toasoan.delivery;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the operator says about finished pages.
 *
 * @param memory how much of them one node keeps; zero to keep none
 * @param cdn what stands in front of all nodes
 */
@ConfigurationProperties("toasoan.delivery")
record DeliverySettings(@DefaultValue("48MB") DataSize memory, @DefaultValue Cdn cdn) {

	boolean isOff() {
		return this.memory.toBytes() == 0;
	}

	/**
	 * A cache of somebody else's in front of the site.
	 *
	 * @param maxAge how long it may keep a page without asking; zero if there is none
	 * @param stale for how much longer it may show the page while it asks for the new one
	 * @param purge where it is told that something has changed, with the surrogate key in
	 * place of {@code {key}}, if that is in it; null to leave it to the age
	 * @param method of that request
	 * @param header one more line of that request, such as {@code Fastly-Key: …}; empty
	 * for none
	 */
	record Cdn(@DefaultValue("0s") Duration maxAge, @DefaultValue("0s") Duration stale, @Nullable String purge,
			@DefaultValue("PURGE") String method, @DefaultValue("") String header) {

		/**
		 * @throws IllegalArgumentException if the address or the header is none
		 */
		Cdn {
			if (purge != null) {
				URI.create(purge.replace("{key}", "key"));
			}
			if (!header.isEmpty() && !header.matches("[A-Za-z0-9-]+: *\\S.*")) {
				throw new IllegalArgumentException("no header: " + header);
			}
		}

		boolean isThere() {
			return this.maxAge.toSeconds() > 0;
		}

		/**
		 * What of {@code Cache-Control} is for it. Browsers that are told to revalidate
		 * show nothing stale.
		 */
		String cacheControl() {
			String fresh = ", s-maxage=" + this.maxAge.toSeconds();
			return (this.stale.toSeconds() > 0) ? fresh + ", stale-while-revalidate=" + this.stale.toSeconds() : fresh;
		}

	}

}
