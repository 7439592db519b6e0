package vn.toasoan.web;

import java.time.Duration;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * What many pages are made of and what rarely changes, as it was read from the database:
 * articles, sections. It is cleared together with the finished pages, on every node, and
 * stays empty where no finished pages are kept.
 */
@Component
public class Shelf {

	/** Articles of some 50 KB. */
	private static final int ROOM = 200;

	/** Stands behind the news of changes, should one ever get lost. */
	private static final Duration MAX_AGE = Duration.ofSeconds(60);

	private final boolean open;

	private volatile Cache<Object, Object> things = empty();

	/**
	 * @param finished the memory for finished pages; zero to keep nothing here either
	 */
	public Shelf(@Value("${toasoan.delivery.memory:48MB}") DataSize finished) {
		this.open = finished.toBytes() > 0;
	}

	private static Cache<Object, Object> empty() {
		return Caffeine.newBuilder().maximumSize(ROOM).expireAfterWrite(MAX_AGE).build();
	}

	/**
	 * A thing, read if it is not here.
	 * @param key equal only for the same thing of the same type
	 * @param read reads it anew; null for nothing, which is not kept
	 * @param <T> the type of thing
	 */
	@SuppressWarnings("unchecked")
	public <T> @Nullable T get(Object key, Supplier<@Nullable T> read) {
		// What is read while this is cleared goes where nobody looks any more.
		Cache<Object, Object> present = this.things;
		T known = (T) present.getIfPresent(key);
		if (known != null || !this.open) {
			return (known != null) ? known : read.get();
		}
		T found = read.get();
		if (found != null) {
			present.put(key, found);
		}
		return found;
	}

	/**
	 * Forgets everything, because some of it may have changed.
	 */
	public void clear() {
		this.things = empty();
	}

}
