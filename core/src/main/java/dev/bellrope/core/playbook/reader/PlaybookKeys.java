package dev.bellrope.core.playbook.reader;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of a playbook that have fixed keys. The JSON Schema has a definition with the same keys for each. */
public enum PlaybookKeys {
    PLAYBOOK(
            "playbook format purpose owner duties facts calendars account-value plans severity response-tiers issue-types"
                    + " triggers ladder targets routes communication guardrails exit permissions exceptions"),
    CALENDAR("zone hours holidays special-hours"),
    HOLIDAYS("country region add without"),
    ACCOUNT_VALUE("reviewed criteria bands"),
    CRITERION("weight score scale"),
    BANDS("strategic key growth standard"),
    WAITS("strategic key growth standard"),
    PLAN("calendar first-reply next-reply resolve pauses-while reopening"),
    SEVERITY("impact urgency matrix"),
    RESPONSE_TIER("because when otherwise gives"),
    ISSUE_TYPE("when impact urgency resolved-means"),
    TRIGGER("because hears when impact urgency severity escalates accept-by answer-within"),
    LEVEL("name duties people teams climbs-when"),
    TARGETS("acknowledge plan update root-cause resolve calendar"),
    TARGET("S1 S2 S3 S4 otherwise warn non-negotiable starts repeats pauses-while calendar"),
    SPANS("S1 S2 S3 S4 otherwise"),
    TEXTS_BY_SEVERITY("S1 S2 S3 S4 otherwise"),
    ROUTE("when team skills people task-force channel meeting"),
    PEOPLE("owner backup sponsor facilitator communications"),
    COMMUNICATION("customer executives templates counts-as"),
    CUSTOMER("by approval"),
    APPROVAL("S1 S2 S3 S4 otherwise within"),
    EXECUTIVES("by cadence"),
    TEMPLATE("subject body"),
    GUARDRAILS("automatic-messages quiet-hours never-automatic openings-per-hour longest-wait"),
    AUTOMATIC_MESSAGES("per-escalation-hour per-person-hour digest-above"),
    QUIET_HOURS("from until except"),
    EXIT("criteria watch automatic-close reopening review"),
    CONFIRMED("name confirms"),
    REVIEW("required-when due calendar led-by warn climbs-to climbs-every"),
    EXCEPTION("account region because approved-by until targets tier");

    private final List<String> keys;

    PlaybookKeys(String keys) {
        this.keys = Arrays.stream(keys.split(" ", -1)).collect(Collectors.toUnmodifiableList());
    }

    public List<String> keys() {
        return keys;
    }
}
