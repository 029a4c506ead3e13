package dev.bellrope.app.messages;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** An address that no mail is sent to, and why. */
@Schema(name = "SuppressedAddress")
public record SuppressedAddress(String address, String reason, Instant since) {}
