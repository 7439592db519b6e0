package vn.toasoan.screening;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is the newsroom's own: the names that its people sign with, and its host. Made
 * once and kept, because skeletons cost time.
 */
public final class House {

	/** Nobody in particular. */
	public static final House NONE = new House(List.of(), "");

	private final Set<String> skeletons;

	private final String host;

	/**
	 * A newsroom.
	 * @param names of its people, as readers see them
	 * @param host of the site, in lower case; empty if links to it are links like others
	 */
	public House(Collection<String> names, String host) {
		this.skeletons = names.stream()
			.map(House::skeleton)
			.filter((skeleton) -> !skeleton.isEmpty())
			.collect(Collectors.toUnmodifiableSet());
		this.host = host;
	}

	boolean isNameOfOurs(String name) {
		return this.skeletons.contains(skeleton(name));
	}

	String host() {
		return this.host;
	}

	/** What a glance tells: no marks, no spaces; an l is a 1 is an i. */
	private static String skeleton(String name) {
		StringBuilder glance = new StringBuilder();
		for (Letter letter : Spelling.of(name).letters()) {
			if (letter.isWord()) {
				glance.appendCodePoint(Lookalikes.latin(letter.bare()));
			}
		}
		return Lookalikes.skeleton(glance.toString().replace('0', 'o')).replaceAll("[l1|]", "i");
	}

}
