package dev.bellrope.app.accounts.web;

import dev.bellrope.core.account.ValueBand;

/**
 * An account as lists show it.
 *
 * @param score 0..100
 * @param confidence 0..1: how much of the rubric's weight is known
 */
public record ValuedAccount(
        String id, String name, String plan, String region, ValueBand band, double score, double confidence) {}
