package dev.bellrope.app.hostile;

import dev.bellrope.app.access.Role;
import dev.bellrope.app.escalations.web.SampleCompany;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** One run: a company at work, those who send, and what was found. */
final class Siege {
    private static final int REST = 250;
    private static final List<String> FIRST_PAGES = List.of(
            "/",
            "/escalations",
            "/escalations/new",
            "/escalations?over=true",
            "/accounts",
            "/people",
            "/signals",
            "/messages",
            "/messages/mailbox",
            "/inbox",
            "/playbook",
            "/playbook/new",
            "/my-access",
            "/settings/users",
            "/settings/tokens",
            "/settings/audit");

    private final SampleCompany company;
    private final CapturedLog log;
    private final Caller administrator;
    private final List<Caller> callers;
    private final Random random;
    private final Seen seen;
    private final List<Address> addresses;
    private final Crafting crafting;
    private final Map<String, String> findings = new LinkedHashMap<>();
    private final Map<String, Integer> statuses = new TreeMap<>();
    private List<Form> forms = List.of();
    private Duration longest = Duration.ZERO;
    private int sent;

    Siege(SampleCompany company, CapturedLog log, long seed) {
        this.company = company;
        this.log = log;
        random = new Random(seed);
        seen = new Seen(new Random(seed));
        administrator = Caller.person(company.app, Role.ADMINISTRATOR);
        Caller program = Caller.program(company.app);
        Caller agent = Caller.person(company.app, Role.AGENT);
        Caller stranger = Caller.stranger(company.app);
        callers = List.of(
                administrator,
                administrator,
                administrator,
                administrator,
                program,
                program,
                program,
                agent,
                agent,
                stranger);
        Addresses known = Addresses.of(company.app);
        addresses = known.list();
        crafting = new Crafting(addresses, new Bodies(known, seen, random), seen, random);
    }

    void run(int requests) {
        look();
        for (int i = 0; i < requests; i++) {
            if (i % REST == REST - 1) {
                company.clock.advance(Duration.ofMinutes(7));
                Set.copyOf(callers).forEach(Caller::comeBackWhereNeeded);
                look();
            }
            Caller caller = Nasty.one(callers, random);
            Sent next = caller.signed(crafting.next(caller.isProgram() ? List.of() : forms, caller.isProgram()));
            judge(caller, next, new Wire(company.app.port()).send(next));
        }
    }

    /** What is there now: identifiers, and forms. */
    private void look() {
        addresses.stream()
                .filter(address -> address.isApi()
                        && !address.isWriting()
                        && !address.path().contains("{"))
                .forEach(address -> seen.look(address.path(), administrator.get(address.path())));
        forms = walk(20).forms();
    }

    private void judge(Caller caller, Sent request, Heard heard) {
        sent++;
        statuses.merge(caller + " " + heard.status(), 1, Integer::sum);
        longest = longest.compareTo(heard.took()) > 0 ? longest : heard.took();
        seen.look("", heard);
        if (caller.isOut(heard)) {
            caller.comeBackWhereNeeded();
        }
        for (String complaint : Judge.complaints(request, heard)) {
            String behind = heard.status() >= 500 ? log.newestFailure() : "";
            String kind = complaint.lines().findFirst().orElse("") + " "
                    + (behind.isEmpty() ? request.method() + request.target().replaceAll("[?].*", "") : cause(behind));
            findings.putIfAbsent(kind, "#" + sent + " " + caller + ": " + complaint + "\n" + request + "\n" + behind);
        }
    }

    /** Failures of one kind are told of once. */
    private static String cause(String failure) {
        return failure.lines()
                .filter(line -> line.contains("at dev.bellrope"))
                .findFirst()
                .orElse(failure);
    }

    /** From where everything can be reached, to the pages that show what was sent. */
    Pages walk(int most) {
        return Pages.walk(administrator, most, FIRST_PAGES);
    }

    Caller administrator() {
        administrator.comeBackWhereNeeded();
        return administrator;
    }

    List<String> secrets() {
        return callers.stream()
                .flatMap(caller -> caller.secrets().stream())
                .distinct()
                .toList();
    }

    List<Address> addresses() {
        return addresses;
    }

    List<String> findings() {
        return new ArrayList<>(findings.values());
    }

    @Override
    public String toString() {
        return sent + " requests to " + addresses.size() + " addresses and " + forms.size()
                + " forms; the longest took " + longest.toMillis() + " ms; statuses " + statuses;
    }
}
