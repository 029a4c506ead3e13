package dev.bellrope.app.intake.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Namesakes;
import dev.bellrope.app.intake.HeardSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Proposes the account of an unmapped signal, by what its source calls it and by the e-mail addresses in it. */
@Component
class AccountProposals {
    /** Finds addresses in a text; it does not need to validate them. */
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}");

    private static final int LONGEST = 2_000;
    private static final int ADDRESSES = 5;

    private final Namesakes namesakes;

    AccountProposals(Namesakes namesakes) {
        this.namesakes = namesakes;
    }

    Optional<Namesakes.Namesake> of(HeardSignal heard, VisibleAccounts visible) {
        return namesakes.find(heard.accountKey(), addresses(heard)).filter(found -> visible.has(found.account()));
    }

    private static List<String> addresses(HeardSignal heard) {
        List<String> found = new ArrayList<>();
        for (Object value : heard.signal().data().values()) {
            if (value instanceof String text && text.indexOf('@') > 0) {
                Matcher address = ADDRESS.matcher(text.substring(0, Math.min(text.length(), LONGEST)));
                while (found.size() < ADDRESSES && address.find()) {
                    found.add(address.group());
                }
            }
        }
        return found;
    }
}
