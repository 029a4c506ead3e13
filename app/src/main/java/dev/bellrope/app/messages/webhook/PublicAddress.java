package dev.bellrope.app.messages.webhook;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps webhooks from reaching what only this machine or this network should reach, whatever name points there
 * (server-side request forgery, OWASP).
 *
 * @param allowPrivate whether they may reach it after all
 */
public record PublicAddress(boolean allowPrivate) {
    /** The allocated part of IPv6; addresses outside of it are private, reserved, or carry an IPv4 address (NAT64). */
    private static final AddressRange IN_USE = AddressRange.of("2000::/3");

    /** The special-purpose addresses by their registries (RFC 6890 and its updates); the JDK knows multicast. */
    private static final List<AddressRange> SPECIAL = Stream.of(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // carrier-grade NAT
                    "127.0.0.0/8", // loopback
                    "169.254.0.0/16", // link-local, with the metadata of clouds
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments
                    "192.0.2.0/24", // documentation
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "240.0.0.0/4", // reserved, broadcast
                    "2001::/23", // protocol assignments, with Teredo, which carries an IPv4 address
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4, which carries an IPv4 address
                    "3fff::/20") // documentation
            .map(AddressRange::of)
            .toList();

    /**
     * The reason why a host is not contacted.
     *
     * @param retry whether the reason may go away by itself
     */
    record Obstacle(String why, boolean retry) {}

    /** Looks up a host; every address behind it must be public. */
    Optional<Obstacle> obstacle(String host) {
        try {
            return obstacle(host, List.of(InetAddress.getAllByName(host)));
        } catch (UnknownHostException unknown) {
            return Optional.of(new Obstacle(host + " is not known", true));
        }
    }

    /** Checks a host that has been looked up. */
    Optional<Obstacle> obstacle(String host, List<InetAddress> all) {
        if (allowPrivate) {
            return Optional.empty();
        }
        return all.stream()
                .filter(address -> !isPublic(address))
                .findFirst()
                .map(address -> new Obstacle(
                        host + " is at " + address.getHostAddress()
                                + ", which is not a public address; bellrope.webhooks.allow-private=true allows it",
                        false));
    }

    private static boolean isPublic(InetAddress address) {
        return !address.isMulticastAddress()
                && (IN_USE.holds(address) || !(address instanceof Inet6Address))
                && SPECIAL.stream().noneMatch(range -> range.holds(address));
    }

    /** A range of addresses that share a prefix, such as {@code 10.0.0.0/8}. */
    private record AddressRange(byte[] start, int bits) {
        static AddressRange of(String text) {
            int slash = text.indexOf('/');
            return new AddressRange(
                    InetAddress.ofLiteral(text.substring(0, slash)).getAddress(),
                    Integer.parseInt(text.substring(slash + 1)));
        }

        boolean holds(InetAddress address) {
            byte[] bytes = address.getAddress();
            if (bytes.length != start.length) {
                return false;
            }
            int spare = bytes.length * Byte.SIZE - bits;
            return new BigInteger(1, bytes).shiftRight(spare).equals(new BigInteger(1, start).shiftRight(spare));
        }
    }
}
