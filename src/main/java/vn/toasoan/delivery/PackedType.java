package vn.toasoan.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/**
 * Long pieces of pages that have been packed, each for as long as the very same letters
 * are in memory: standing type for long, what was set for one reader only until it is
 * sent. Nobody else can come by the latter, for it is found by identity.
 */
@Component
class PackedType {

	private final Cache<String, Piece> pieces = Caffeine.newBuilder().weakKeys().build();

	Piece of(String html) {
		return this.pieces.get(html, Piece::of);
	}

}
