package dev.bellrope.app.intake.web;

import static dev.bellrope.app.web.Texts.text;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.intake.HeardSignal;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.app.intake.SignalFilter;
import dev.bellrope.app.intake.SignalNotWaiting;
import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.app.intake.SignalState;
import dev.bellrope.app.intake.UnknownAccount;
import dev.bellrope.app.intake.UnmappedName;
import dev.bellrope.app.intake.kafka.UnreadableMessages;
import dev.bellrope.app.settings.Settings;
import dev.bellrope.app.web.Flash;
import dev.bellrope.app.web.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The pages of the signals and their effects; signals that wait for a person come first. */
@Controller
@RequestMapping("/signals")
class SignalsPage {
    private static final int ROWS = 50;
    private static final int SOURCES = 100;
    private static final int ACCOUNTS = 500;

    private final Intake intake;
    private final AccountProposals proposals;
    private final SignalRehearsals replays;
    private final Directory directory;
    private final UnreadableMessages unreadable;
    private final Settings settings;

    SignalsPage(
            Intake intake,
            AccountProposals proposals,
            SignalRehearsals replays,
            Directory directory,
            UnreadableMessages unreadable,
            Settings settings) {
        this.intake = intake;
        this.proposals = proposals;
        this.replays = replays;
        this.directory = directory;
        this.unreadable = unreadable;
        this.settings = settings;
    }

    @GetMapping
    String show(
            @RequestParam Optional<UUID> after,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String account,
            VisibleAccounts visible,
            Model model) {
        SignalFilter filter = new SignalFilter(SignalState.find(state), source.strip(), account.strip(), visible);
        boolean first = after.isEmpty() && !filter.isFiltering();
        List<HeardSignal> rows = intake.list(filter, after, ROWS + 1);
        List<HeardSignal> recent = rows.size() > ROWS ? rows.subList(0, ROWS) : rows;
        List<WaitingSignals> waiting = first
                ? intake.listUnmapped(ROWS).stream()
                        .map(one -> new WaitingSignals(one, proposals.of(one.newest(), visible)))
                        .toList()
                : List.of();
        model.addAttribute("filter", filter);
        model.addAttribute("sources", intake.listSources(SOURCES));
        model.addAttribute("waiting", waiting);
        model.addAttribute(
                "accounts", waiting.isEmpty() ? List.of() : directory.listAccounts("", ACCOUNTS, "", visible));
        model.addAttribute(
                "failed",
                first
                        ? intake.list(
                                new SignalFilter(Optional.of(SignalState.FAILED), "", "", visible),
                                Optional.empty(),
                                ROWS)
                        : List.of());
        model.addAttribute("unreadable", first ? unreadable.list(ROWS) : List.of());
        model.addAttribute("recent", recent);
        model.addAttribute(
                "next", rows.size() > ROWS ? address(filter, recent.getLast().id()) : "");
        model.addAttribute("address", settings.baseUrl().toString());
        return "intake/signals";
    }

    /** Shows one signal: what it said, what it did, and what it would do now. */
    @GetMapping("/{id}")
    String one(@PathVariable UUID id, VisibleAccounts visible, Model model) {
        HeardSignal heard = heard(id, visible);
        WaitingSignals waiting = new WaitingSignals(
                new UnmappedName(heard, 1, heard.receivedAt()),
                heard.state() == SignalState.UNMAPPED ? proposals.of(heard, visible) : Optional.empty());
        model.addAttribute("heard", heard);
        model.addAttribute("waiting", waiting);
        model.addAttribute(
                "accounts",
                heard.state() == SignalState.UNMAPPED ? directory.listAccounts("", ACCOUNTS, "", visible) : List.of());
        model.addAttribute("replay", replays.of(heard, waiting.proposal()));
        return "intake/signal";
    }

    @PostMapping("/{id}/mapping")
    String map(
            @PathVariable UUID id,
            @RequestParam String account,
            @RequestParam(defaultValue = "") String back,
            VisibleAccounts visible,
            RedirectAttributes redirect) {
        try {
            HeardSignal mapped = intake.map(heard(id, visible), account.strip(), visible);
            redirect.addFlashAttribute(
                    Flash.NAME,
                    Flash.good(
                            mapped.accountKey().isEmpty()
                                    ? text("signals.mapped", account.strip())
                                    : text(
                                            "signals.mapped.key",
                                            mapped.signal().source(),
                                            mapped.accountKey(),
                                            account.strip())));
        } catch (UnknownAccount unknown) {
            refused(redirect, unknown.why());
        } catch (SignalRefused refused) {
            refused(redirect, refused.why());
        } catch (SignalNotWaiting not) {
            refused(redirect, not.why());
        }
        return back(id, back);
    }

    @PostMapping("/{id}/retry")
    String retry(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String back,
            VisibleAccounts visible,
            RedirectAttributes redirect) {
        try {
            HeardSignal again = intake.retry(heard(id, visible));
            redirect.addFlashAttribute(
                    Flash.NAME,
                    again.state() == SignalState.FAILED
                            ? Flash.bad(text("signals.failed-again", again.error()))
                            : Flash.good(text("signals.tried", String.join(" ", again.did()))));
        } catch (SignalNotWaiting not) {
            refused(redirect, not.why());
        }
        return back(id, back);
    }

    @PostMapping("/unreadable/{id}/dismissal")
    String dismiss(CurrentUser signedIn, @PathVariable UUID id) {
        unreadable.dismiss(id, signedIn.actor().id());
        return "redirect:/signals";
    }

    private static void refused(RedirectAttributes redirect, String why) {
        redirect.addFlashAttribute(Flash.NAME, Flash.bad(why));
    }

    private static String back(UUID id, String back) {
        return back.equals("signal") ? "redirect:/signals/" + id : "redirect:/signals";
    }

    private static String address(SignalFilter filter, UUID after) {
        return UriComponentsBuilder.fromPath("/signals")
                .queryParam("state", "{state}")
                .queryParam("source", "{source}")
                .queryParam("account", "{account}")
                .queryParam("after", after)
                .encode()
                .buildAndExpand(filter.state().map(SignalState::word).orElse(""), filter.source(), filter.account())
                .toUriString();
    }

    private HeardSignal heard(UUID id, VisibleAccounts visible) {
        return intake.find(id, visible).orElseThrow(() -> ProblemException.notFound("There is no signal " + id + "."));
    }
}
