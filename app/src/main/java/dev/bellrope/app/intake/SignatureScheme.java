package dev.bellrope.app.intake;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The ways in which sources sign their bodies, all with HMAC-SHA256 over the bytes as sent. */
public enum SignatureScheme {
    /** Jira and others: {@code X-Hub-Signature: sha256=...} in hexadecimal digits. */
    HUB("hub", "x-hub-signature") {
        @Override
        boolean isSigned(String secret, Map<String, String> headers, byte[] body) {
            return anyEqual(headers.getOrDefault(header(), ""), "sha256=" + hmac(secret, body));
        }
    },
    /** PagerDuty: {@code X-PagerDuty-Signature: v1=...,v1=...}, one for each active secret during a rotation. */
    PAGERDUTY("pagerduty", "x-pagerduty-signature") {
        @Override
        boolean isSigned(String secret, Map<String, String> headers, byte[] body) {
            return anyEqual(headers.getOrDefault(header(), ""), "v1=" + hmac(secret, body));
        }
    },
    /** Standard Webhooks: {@code webhook-id}, {@code webhook-timestamp} within five minutes, {@code webhook-signature}. */
    STANDARD_WEBHOOKS("standard-webhooks", "webhook-signature") {
        @Override
        boolean isSigned(String secret, Map<String, String> headers, byte[] body) {
            try {
                Map<String, List<String>> lists = headers.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
                new Webhook(secret).verify(new String(body, StandardCharsets.UTF_8), lists);
                return true;
            } catch (WebhookVerificationException | EmptyWebhookSecretException | IllegalArgumentException wrong) {
                return false;
            }
        }

        @Override
        void check(String secret) {
            super.check(secret);
            try {
                new Webhook(secret);
            } catch (EmptyWebhookSecretException | IllegalArgumentException wrong) {
                throw SignalRefused.at("/secret", "A secret of Standard Webhooks is whsec_ and Base64.");
            }
        }
    };

    private static final int SHORTEST = 8;

    private final String word;
    private final String header;

    SignatureScheme(String word, String header) {
        this.word = word;
        this.header = header;
    }

    /** Returns the word that is stored, shown and accepted. */
    public String word() {
        return word;
    }

    String header() {
        return header;
    }

    /** Finds a scheme by its word. */
    public static Optional<SignatureScheme> find(String word) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.word.equals(word))
                .findFirst();
    }

    static SignatureScheme get(String word) {
        return find(word).orElseThrow(() -> new IllegalStateException("a signature scheme " + word));
    }

    abstract boolean isSigned(String secret, Map<String, String> headers, byte[] body);

    /**
     * Checks that a secret can be used.
     *
     * @throws SignalRefused when it cannot
     */
    void check(String secret) {
        if (secret.length() < SHORTEST) {
            throw SignalRefused.at("/secret", "A secret has at least " + SHORTEST + " characters.");
        }
    }

    /** Compares in constant time, which does not reveal how much was right. */
    private static boolean anyEqual(String header, String expected) {
        byte[] wanted = expected.getBytes(StandardCharsets.US_ASCII);
        return Arrays.stream(header.split(",", -1))
                .anyMatch(one -> MessageDigest.isEqual(one.strip().getBytes(StandardCharsets.UTF_8), wanted));
    }

    private static String hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
