package dev.bellrope.app.messages.webhook;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps webhooks from reaching what only this machine or this network should reach, whatever name points there (server-side request
 * forgery, OWASP).
 *
 * @param allowPrivate whether they may all the same
 */
public record PublicAddress(boolean allowPrivate) {
    /** The part of IPv6 that is given out; what is outside of it is ours, reserved, or carries an IPv4 address (NAT64). */
    private static final AddressRange IN_USE = AddressRange.of("2000::/3");

    /** By the registries of special-purpose addresses (RFC 6890 and what updates it); multicast is known to the JDK. */
    private static final List<AddressRange> SPECIAL = Stream.of(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // carriers' own
                    "127.0.0.0/8", // loopback
                    "169.254.0.0/16", // link-local, with the metadata of clouds
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocols
                    "192.0.2.0/24", // documents
                    "192.88.99.0/24", // relays of 6to4
                    "192.168.0.0/16", // private
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documents
                    "203.0.113.0/24", // documents
                    "240.0.0.0/4", // reserved, broadcast
                    "2001::/23", // protocols, with Teredo, which carries an IPv4 address
                    "2001:db8::/32", // documents
                    "2002::/16", // 6to4, so too
                    "3fff::/20") // documents
            .map(AddressRange::of)
            .toList();

    /**
     * Why a host is not gone to.
     *
     * @param retry whether that may pass by itself
     */
    record Obstacle(String why, boolean retry) {}

    /** Looks the name up: every address behind it must be public. */
    Optional<Obstacle> obstacle(String host) {
        try {
            return obstacle(host, List.of(InetAddress.getAllByName(host)));
        } catch (UnknownHostException unknown) {
            return Optional.of(new Obstacle(host + " is not known", true));
        }
    }

    /** The same for a name that has been looked up. */
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

    /** Addresses that begin with the same bits; {@code 10.0.0.0/8}. */
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
