package vn.toasoan.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * What many pages are made of, as it was read from the database: articles, sections,
 * discussions. It is cleared together with the finished pages, on every node, and stays
 * empty where no finished pages are kept.
 */
@Component
public class Shelf {

	/** Articles of some 50 KB. */
	private static final int ROOM = 200;

	/** Of some 200 KB, but most are held by a finished page, too. */
	private static final int DISCUSSIONS = 50;

	/** Stands behind the news of changes, should one ever get lost. */
	private static final Duration MAX_AGE = Duration.ofSeconds(60);

	private final boolean open;

	private volatile Cache<Object, Object> things = empty(ROOM);

	/** What changes with one article's comments, by its surrogate key. */
	private volatile Cache<String, Map<Object, Object>> discussions = empty(DISCUSSIONS);

	/**
	 * @param finished the memory for finished pages; zero to keep nothing here either
	 */
	public Shelf(@Value("${toasoan.delivery.memory:48MB}") DataSize finished) {
		this.open = finished.toBytes() > 0;
	}

	private static <K, V> Cache<K, V> empty(int room) {
		return Caffeine.newBuilder().maximumSize(room).expireAfterWrite(MAX_AGE).build();
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
	 * Something that changes with the comments below an article, read if it is not here.
	 * @param key one of few for each article, or there would be no room
	 * @see #get(Object, Supplier)
	 */
	@SuppressWarnings("unchecked")
	public <T> T get(long articleId, Object key, Supplier<T> read) {
		if (!this.open) {
			return read.get();
		}
		Map<Object, Object> present = this.discussions.get(Freshness.article(articleId),
				(name) -> new ConcurrentHashMap<>());
		T found = (T) present.get(key);
		if (found == null) {
			// Not within the map: who reads may wait for a connection that others hold.
			found = read.get();
			present.put(key, found);
		}
		return found;
	}

	/**
	 * Forgets what changes with something.
	 * @param thing its surrogate key
	 */
	public void forget(String thing) {
		this.discussions.invalidate(thing);
	}

	/**
	 * Forgets everything, because some of it may have changed.
	 */
	public void clear() {
		this.things = empty(ROOM);
		this.discussions = empty(DISCUSSIONS);
	}

}
