package dev.bellrope.app.messages.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Keeps webhooks from reaching what only this machine or this network should reach, whatever name points there (server-side request
 * forgery, OWASP).
 *
 * @param allowPrivate whether they may all the same
 */
public record PublicAddress(boolean allowPrivate) {
    /**
     * Why a host is not gone to.
     *
     * @param retry whether that may pass by itself
     */
    record Obstacle(String why, boolean retry) {}

    /** Looks the name up: every address behind it must be public. */
    Optional<Obstacle> obstacle(String host) {
        InetAddress[] all;
        try {
            all = InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            return Optional.of(new Obstacle(host + " is not known", true));
        }
        if (!allowPrivate) {
            for (InetAddress address : all) {
                if (!isPublic(address)) {
                    return Optional.of(new Obstacle(
                            host + " is at " + address.getHostAddress()
                                    + ", which is not a public address; bellrope.webhooks.allow-private=true allows it",
                            false));
                }
            }
        }
        return Optional.empty();
    }

    /** By the registries of special-purpose addresses (RFC 6890 and what updates it). */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (address instanceof Inet6Address six) {
            boolean global = (first & 0xE0) == 0x20; // 2000::/3
            boolean sixToFour = first == 0x20 && second == 0x02; // 2002::/16, carries an IPv4 address
            boolean teredo = first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0; // 2001::/32, so too
            return global && !sixToFour && !teredo && !six.isIPv4CompatibleAddress();
        }
        return first != 0
                && first < 240
                && !(first == 100 && second >= 64 && second < 128) // carriers' own, 100.64.0.0/10
                && !(first == 192 && second == 0) // 192.0.0.0/24, 192.0.2.0/24
                && !(first == 198 && (second == 18 || second == 19)); // benchmarks, 198.18.0.0/15
    }
}
