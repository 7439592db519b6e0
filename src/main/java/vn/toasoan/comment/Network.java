package vn.toasoan.comment;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of network addresses, both ends within. IPv4 and IPv6 never mix: an IPv4
 * address counts as its mapped IPv6 address (RFC 4291, 2.5.5.2).
 *
 * @param first 32 hexadecimal digits, in lower case, so that they sort like the addresses
 * @param last 32 hexadecimal digits
 */
public record Network(String first, String last) {

	private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

	private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

	private static final int BITS = 128;

	private static final int IPV4_BITS = 32;

	/** Larger ones would shut out whole countries. */
	private static final int MIN_IPV4_PREFIX = 12;

	private static final int MIN_IPV6_PREFIX = 24;

	/**
	 * Reads {@code 203.0.113.7}, {@code 203.0.113.0/24}, {@code 2001:db8::/48} or
	 * {@code 203.0.113.10-203.0.113.40}.
	 * @return empty if it is not written like one of these, or is larger than a /12
	 * (IPv4) or a /24 (IPv6)
	 */
	public static Optional<Network> of(String written) {
		String text = written.strip();
		int dash = text.indexOf('-');
		int slash = text.indexOf('/');
		if (dash > 0) {
			return range(text.substring(0, dash).strip(), text.substring(dash + 1).strip());
		}
		return (slash > 0) ? prefix(text.substring(0, slash), text.substring(slash + 1)) : prefix(text, "");
	}

	private static Optional<Network> range(String first, String last) {
		Optional<BigInteger> from = number(first);
		Optional<BigInteger> to = number(last);
		if (from.isEmpty() || to.isEmpty() || isIpv4(first) != isIpv4(last) || from.get().compareTo(to.get()) > 0) {
			return Optional.empty();
		}
		int bits = to.get().subtract(from.get()).bitLength();
		return (bits <= largest(first)) ? Optional.of(new Network(hex(from.get()), hex(to.get()))) : Optional.empty();
	}

	private static Optional<Network> prefix(String address, String length) {
		Optional<BigInteger> number = number(address);
		int width = isIpv4(address) ? IPV4_BITS : BITS;
		int kept = length.isEmpty() ? width : length.matches("[0-9]{1,3}") ? Integer.parseInt(length) : -1;
		if (number.isEmpty() || kept < width - largest(address) || kept > width) {
			return Optional.empty();
		}
		BigInteger rest = BigInteger.ONE.shiftLeft(width - kept).subtract(BigInteger.ONE);
		BigInteger first = number.get().andNot(rest);
		return Optional.of(new Network(hex(first), hex(first.or(rest))));
	}

	private static int largest(String address) {
		return isIpv4(address) ? IPV4_BITS - MIN_IPV4_PREFIX : BITS - MIN_IPV6_PREFIX;
	}

	private static boolean isIpv4(String address) {
		return IPV4.matcher(address).matches();
	}

	/**
	 * The address as a number; empty for what is not a literal address. A name would be
	 * looked up, so only literals get there.
	 */
	private static Optional<BigInteger> number(String address) {
		String literal = address.replaceFirst("%.*", "");
		if (!isIpv4(literal) && !IPV6.matcher(literal).matches()) {
			return Optional.empty();
		}
		try {
			byte[] bytes = InetAddress.getByName(literal).getAddress();
			BigInteger number = new BigInteger(1, bytes);
			BigInteger mapped = BigInteger.valueOf(0xFFFF).shiftLeft(IPV4_BITS);
			return Optional.of((bytes.length * Byte.SIZE == IPV4_BITS) ? number.or(mapped) : number);
		}
		catch (UnknownHostException ex) {
			return Optional.empty();
		}
	}

	/**
	 * An address as it is compared; empty for what is not a literal address.
	 */
	static String digits(String address) {
		return number(address).map(Network::hex).orElse("");
	}

	private static String hex(BigInteger number) {
		return String.format("%032x", number);
	}

	/**
	 * Whether it holds an address; none that is not written as one.
	 */
	boolean holds(String address) {
		String digits = digits(address);
		return this.first.compareTo(digits) <= 0 && digits.compareTo(this.last) <= 0;
	}

	/**
	 * Whether it holds any address of another one.
	 */
	boolean meets(Network other) {
		return this.first.compareTo(other.last) <= 0 && other.first.compareTo(this.last) <= 0;
	}

}
