package dev.bellrope.app.desk.web;

import static dev.bellrope.app.web.Texts.text;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.desk.web.escalation.FormInput;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.acts.ActorLookup;
import dev.bellrope.app.escalations.acts.BodyValues;
import dev.bellrope.app.escalations.acts.Declaration;
import dev.bellrope.app.escalations.acts.Declarations;
import dev.bellrope.app.escalations.store.CommandOutcome;
import dev.bellrope.app.escalations.store.EscalationFilter;
import dev.bellrope.app.foresight.Rehearsal;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.app.web.Flash;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.playbook.Severity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form that declares an escalation, with a forecast of what it will do. */
@Controller
class DeclarePage {
    private static final String FORM = "new";
    private static final String PREVIEW = "preview";
    private static final int ACCOUNTS = 500;
    private static final int OPEN = 5;

    private final Declarations declarations;
    private final Rehearsal rehearsal;
    private final ActorLookup actors;
    private final Escalations escalations;
    private final Directory directory;
    private final Playbooks playbooks;

    DeclarePage(
            Declarations declarations,
            Rehearsal rehearsal,
            ActorLookup actors,
            Escalations escalations,
            Directory directory,
            Playbooks playbooks) {
        this.declarations = declarations;
        this.rehearsal = rehearsal;
        this.actors = actors;
        this.escalations = escalations;
        this.directory = directory;
        this.playbooks = playbooks;
    }

    /**
     * @param given values from the link, such as the account, and all that is chosen while the form is filled in
     */
    @GetMapping("/escalations/new")
    ModelAndView show(@RequestParam MultiValueMap<String, String> given, CurrentUser who, VisibleAccounts visible) {
        return page(new FormInput(FORM, given, ""), foreseen(given, who, visible), visible);
    }

    @PostMapping("/escalations")
    Object declare(
            @RequestParam MultiValueMap<String, String> form,
            CurrentUser who,
            VisibleAccounts visible,
            RedirectAttributes redirect) {
        if (PREVIEW.equals(form.getFirst("act"))) {
            return page(new FormInput(FORM, form, ""), foreseen(form, who, visible), visible);
        }
        try {
            CommandOutcome outcome = declarations.declare(declaration(form, visible), who, visible);
            String key = outcome.state().key();
            redirect.addFlashAttribute(Flash.NAME, Flash.good(text("declare.begun", key)));
            return "redirect:/escalations/" + key;
        } catch (ProblemException problem) {
            ModelAndView page =
                    page(new FormInput(FORM, form, problem.detail()), foreseen(form, who, visible), visible);
            page.setStatus(problem.status());
            return page;
        }
    }

    private DeclarationForecast foreseen(MultiValueMap<String, String> form, CurrentUser who, VisibleAccounts visible) {
        Declaration declaration = declaration(form, visible);
        boolean judged = declaration.severity() != null
                || !BodyValues.text(declaration.impact()).isEmpty();
        if (BodyValues.text(declaration.account()).isEmpty() || !judged) {
            return DeclarationForecast.NOTHING;
        }
        try {
            EscalationFilter open = EscalationFilter.openOfAccount(BodyValues.text(declaration.account()), visible);
            return DeclarationForecast.of(
                    rehearse(declaration, who, visible), escalations.list(open, Long.MAX_VALUE, OPEN));
        } catch (ProblemException problem) {
            return DeclarationForecast.missing(problem.detail());
        }
    }

    /** Returns what the declaration would do, without doing it. The title may still be missing. */
    private Rehearsal.RehearsalStep rehearse(Declaration declaration, CurrentUser who, VisibleAccounts visible) {
        Declarations.DeclaredAssessment judged = declarations.judge(
                BodyValues.text(declaration.title()).isEmpty()
                        ? declaration.titled(BodyValues.text(declaration.account()))
                        : declaration,
                visible);
        return rehearsal.begin(actors.actor(who, null), judged.account(), judged.command());
    }

    private Declaration declaration(MultiValueMap<String, String> form, VisibleAccounts visible) {
        String[] cell = Objects.requireNonNullElse(form.getFirst("cell"), "").split("\\|", 2);
        boolean chosen = cell.length == 2;
        return new Declaration(
                account(form.getFirst("account"), visible),
                form.getFirst("title"),
                form.getFirst("impactNote"),
                Arrays.asList(
                        Objects.requireNonNullElse(form.getFirst("tickets"), "").split("[\\s,]+")),
                severity(form.getFirst("severity")),
                chosen ? cell[0] : form.getFirst("impact"),
                chosen ? cell[1] : form.getFirst("urgency"),
                form.getFirst("request") != null);
    }

    /** Returns the account's id. A name, or a part of one that only one account has, stands for that account. */
    private @Nullable String account(@Nullable String typed, VisibleAccounts visible) {
        String name = BodyValues.text(typed).strip();
        if (name.isEmpty() || directory.findAccount(name).isPresent()) {
            return name;
        }
        List<Account> alike = directory.listAccounts("", ACCOUNTS, name, visible);
        return alike.stream()
                .filter(one -> one.name().equalsIgnoreCase(name) || alike.size() == 1)
                .findFirst()
                .map(Account::id)
                .orElse(name);
    }

    private static @Nullable Severity severity(@Nullable String given) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.name().equals(given))
                .findFirst()
                .orElse(null);
    }

    private ModelAndView page(FormInput typed, DeclarationForecast foreseen, VisibleAccounts visible) {
        Map<String, Object> model = new HashMap<>();
        model.put("typed", typed);
        model.put("foreseen", foreseen);
        model.put("accounts", directory.listAccounts("", ACCOUNTS, "", visible));
        model.put("matrix", playbooks.inForce().matrix());
        model.put("severities", List.of(Severity.values()));
        model.put("names", directory.names());
        return new ModelAndView("escalations/declare", model);
    }
}
