package vn.toasoan.web;

import java.util.List;

/**
 * One page of a list, newest first.
 *
 * @param items what stands on this page
 * @param number this page's number, from 1
 * @param more whether there is a page after this one
 * @param <T> what is listed
 */
public record Listing<T>(List<T> items, int number, boolean more) {

	/** Deeper pages help nobody and cost more with each step. */
	private static final int LAST_PAGE = 10_000;

	/**
	 * Cuts a page out of rows that were read with one more than fit, so that nothing has
	 * to be counted.
	 */
	public static <T> Listing<T> of(List<T> rows, int number, int size) {
		boolean more = rows.size() > size;
		return new Listing<>(List.copyOf(more ? rows.subList(0, size) : rows), number, more);
	}

	/**
	 * @throws NoSuchPage if the number is not between 1 and 10,000
	 */
	public static int checked(int number) {
		if (number < 1 || number > LAST_PAGE) {
			throw new NoSuchPage("page " + number);
		}
		return number;
	}

	/**
	 * This page, if there is one: only the first may be empty.
	 * @throws NoSuchPage if the list ends before this page
	 */
	public Listing<T> existing() {
		if (this.items.isEmpty() && this.number > 1) {
			throw new NoSuchPage("page " + this.number);
		}
		return this;
	}

	/**
	 * How many rows stand on the pages before one.
	 */
	public static int offset(int number, int size) {
		return (number - 1) * size;
	}

}
