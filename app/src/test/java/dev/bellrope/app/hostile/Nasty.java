package dev.bellrope.app.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Values that have broken programs before. */
final class Nasty {
    /** In every text field; nobody finds it in an answer of type HTML unless it was not escaped. */
    static final String HTML = "<img src=x onerror=bell()>";
    /** The same for whoever stands within an attribute. */
    static final String ATTRIBUTE = "\" onmouseover=\"bell()";
    /** Would be a header of its own where a line break is not refused. */
    static final String HEADER = "X-Injected";
    /** Would be a line of its own in the log. */
    static final String LOG_LINE = "2026-03-09T09:30:00.000Z ERROR forged by the sender";
    /** As somebody writes in a note, in a mail, or in place of a password; the log never holds it. */
    static final String CONFIDENTIAL = "for your eyes only 0815";
    /** Stands for an escape that no encoder writes: half of a surrogate pair. */
    static final char HALF_PAIR = '\uE000';

    private static final List<String> TEXTS = List.of(
            CONFIDENTIAL,
            CONFIDENTIAL + "\0",
            "",
            " ",
            "\0",
            "a\0b",
            String.valueOf(HALF_PAIR),
            "a" + HALF_PAIR + "b",
            "\uFFFE\uFFFF",
            "\u202Egnp.exe",
            "\u0001\u0008\u001b[2J",
            "e\u0301".repeat(50),
            "\uD83D\uDE00".repeat(300),
            HTML,
            "\">" + HTML,
            "'>" + HTML,
            "</textarea></script></title>" + HTML,
            ATTRIBUTE,
            "javascript:bell()",
            "[a](javascript:bell()) ![b](x\" onerror=\"bell()) " + HTML,
            "<script>bell()</script>",
            "{{7*7}}{{#a}}{{/b}}{{{.}}}",
            "{{=<% %>=}}<% a %>",
            "${7*7}${jndi:ldap://127.0.0.1:1/a}",
            "@{7*7}@param(a)!{b}$unsafe{c}",
            "#{T(Runtime).getRuntime()}",
            "' or '1'='1' --",
            "'; drop table escalation; --",
            "\"; select pg_sleep(20); --",
            "%' escape '",
            "\\",
            "%00",
            "..",
            "../../../../etc/passwd",
            "..%2f..%2f..%2fetc%2fpasswd",
            "....//....//",
            "file:///etc/passwd",
            "http://127.0.0.1:1/",
            "http://[::1",
            "=1+1",
            "@SUM(1)",
            "+cmd|' /C calc'!A0",
            "-1+1",
            "\t=1+1",
            "line\r\n" + HEADER + ": yes\r\n\r\n",
            "a\n" + LOG_LINE,
            "a\r" + LOG_LINE,
            "a\u0085" + LOG_LINE,
            "a\u2028" + LOG_LINE,
            "9999-12-31T23:59:59Z",
            "-0001-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59.999999999Z",
            "0000-00-00",
            "2026-02-30T25:61:61Z",
            "2026-03-29T02:30:00[Europe/Prague]",
            "2026-03-06T16:30:00+18:01",
            "P99999999999D",
            "-PT1S",
            "99999999999999999999999999",
            "-9223372036854775808",
            "1e309",
            "NaN",
            "0x10",
            "\u0661\u0662\u0663",
            "true",
            "null",
            "undefined",
            "[]",
            "{}",
            "ESC-0",
            "ESC-1",
            "ESC-999999999999999",
            "00000000-0000-0000-0000-000000000000",
            "a@b",
            "a@b.example\r\nBcc: c@d.example",
            "\"<script>\"@b.example",
            "Europe/Prague",
            "Etc/GMT+99",
            "S1",
            "\u0130\u0131\u017F",
            "(a+)+$");

    private Nasty() {}

    static String text(Random random) {
        int choice = random.nextInt(TEXTS.size() + 8);
        if (choice < TEXTS.size()) {
            return TEXTS.get(choice);
        }
        return switch (choice - TEXTS.size()) {
            case 0 -> "a".repeat(301);
            case 1 -> "b".repeat(3_000);
            case 2 -> "c ".repeat(40_000);
            case 3 -> "a".repeat(30) + "!".repeat(30);
            case 4 -> "[".repeat(2_000);
            case 5 -> "> ".repeat(2_000) + "*_`".repeat(500);
            case 6 -> "\uD83D\uDE00".repeat(1 + random.nextInt(5_000));
            default -> new String(bytes(random, 1 + random.nextInt(200)), StandardCharsets.UTF_8);
        };
    }

    /** As JSON writes one. */
    static String number(Random random) {
        List<String> numbers = List.of(
                "0",
                "-1",
                "2147483648",
                "9223372036854775807",
                "9223372036854775808",
                "-9223372036854775809",
                "1e400",
                "-1e400",
                "1e-400",
                "1E+2147483648",
                "0.1e1",
                "9".repeat(99),
                "9".repeat(5_000),
                "1" + "0".repeat(90) + ".5",
                "-0.0");
        return numbers.get(random.nextInt(numbers.size()));
    }

    static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** One of them. */
    static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
