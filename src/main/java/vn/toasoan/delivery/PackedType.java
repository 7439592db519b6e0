package vn.toasoan.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/**
 * Standing type that has been packed; kept for as long as the very same letters are kept
 * as standing type.
 */
@Component
class PackedType {

	private final Cache<String, Piece> pieces = Caffeine.newBuilder().weakKeys().build();

	Piece of(String html) {
		return this.pieces.get(html, Piece::of);
	}

}
