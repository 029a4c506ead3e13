package dev.bellrope.app.messages.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
    private static final PublicAddress GUARD = new PublicAddress(false);

    /** The first and the last of each range, and its public neighbours, so that no range is too small or too large. */
    @ParameterizedTest(name = "{0}: from {2} to {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            this network        | -               | 0.0.0.0       | 0.255.255.255   | 1.0.0.0
            private, class A    | 9.255.255.255   | 10.0.0.0      | 10.255.255.255  | 11.0.0.0
            carriers' own       | 100.63.255.255  | 100.64.0.0    | 100.127.255.255 | 100.128.0.0
            loopback            | 126.255.255.255 | 127.0.0.0     | 127.255.255.255 | 128.0.0.0
            link-local          | 169.253.255.255 | 169.254.0.0   | 169.254.255.255 | 169.255.0.0
            private, class B    | 172.15.255.255  | 172.16.0.0    | 172.31.255.255  | 172.32.0.0
            protocols           | 191.255.255.255 | 192.0.0.0     | 192.0.0.255     | 192.0.1.0
            documents           | 192.0.1.255     | 192.0.2.0     | 192.0.2.255     | 192.0.3.0
            6to4 relays         | 192.88.98.255   | 192.88.99.0   | 192.88.99.255   | 192.88.100.0
            private, class C    | 192.167.255.255 | 192.168.0.0   | 192.168.255.255 | 192.169.0.0
            benchmarks          | 198.17.255.255  | 198.18.0.0    | 198.19.255.255  | 198.20.0.0
            documents, second   | 198.51.99.255   | 198.51.100.0  | 198.51.100.255  | 198.51.101.0
            documents, third    | 203.0.112.255   | 203.0.113.0   | 203.0.113.255   | 203.0.114.0
            multicast, reserved | 223.255.255.255 | 224.0.0.0     | 255.255.255.255 | -
            IPv6 below          | -               | ::            | 1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff | 2000::
            IPv6 protocols      | 2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff | 2001:: | 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff | 2001:200::
            IPv6 documents      | 2001:db7:ffff:ffff:ffff:ffff:ffff:ffff  | 2001:db8:: | 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff | 2001:db9::
            6to4                | 2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff | 2002:: | 2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff | 2003::
            documents, fourth   | 3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff | 3fff:: | 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff | 3fff:1000::
            IPv6 above          | 3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff | 4000:: | ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff | -
            """)
    void whatIsSpecialIsNotGoneTo(
            String range, @Nullable String before, String first, String last, @Nullable String after) {
        assertThat(GUARD.obstacle(first)).isPresent();
        assertThat(GUARD.obstacle(last)).isPresent();
        if (before != null) {
            assertThat(GUARD.obstacle(before)).isEmpty();
        }
        if (after != null) {
            assertThat(GUARD.obstacle(after)).isEmpty();
        }
    }

    /** As {@code URI.getHost} gives it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.1",
                "2130706433",
                "[::1]",
                "[::ffff:10.0.0.1]",
                "[::ffff:7f00:1]",
                "[::10.0.0.1]",
                "[64:ff9b::a00:1]",
                "[64:ff9b:1::a00:1]",
                "[2002:a00:1::1]",
                "[2001:0:a00:1::]",
                "[fe80::1]",
                "[fc00::1]",
                "[fd12:3456::1]",
                "[fec0::1]",
                "[ff02::1]",
            })
    void noSpellingLeadsInside(String host) {
        assertThat(GUARD.obstacle(host)).hasValueSatisfying(one -> {
            assertThat(one.why()).contains("not a public address", "bellrope.webhooks.allow-private=true");
            assertThat(one.retry()).isFalse();
        });
        assertThat(new PublicAddress(true).obstacle(host)).isEmpty();
    }

    /** Whoever answers for a name may mix them, and the client takes the one that it likes. */
    @Test
    void oneAddressInsideIsEnoughToRefuseAName() throws Exception {
        InetAddress outside = InetAddress.getByAddress("two.example", new byte[] {8, 8, 8, 8});
        InetAddress inside = InetAddress.getByAddress("two.example", new byte[] {10, 0, 0, 1});
        assertThat(GUARD.obstacle("two.example", List.of(outside))).isEmpty();
        assertThat(GUARD.obstacle("two.example", List.of(outside, inside)))
                .hasValueSatisfying(one -> assertThat(one.why()).startsWith("two.example is at 10.0.0.1,"));
    }

    @Test
    void aNameThatNobodyKnowsMayBeKnownLater() {
        assertThat(GUARD.obstacle("nowhere.invalid"))
                .hasValueSatisfying(one -> assertThat(one.retry()).isTrue());
    }
}
