package dev.bellrope.app.access.web;

import dev.bellrope.app.access.Audit;
import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.Invitations;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Tokens;
import dev.bellrope.app.access.User;
import dev.bellrope.app.access.Users;
import dev.bellrope.app.web.Flash;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The pages of users, tokens and the audit trail, for administrators. */
@Controller
@RequestMapping("/settings")
class AdministrationPages {
    private static final int ENTRIES = 100;
    /** The longest lifetime that the form accepts, in days. */
    private static final int LONGEST_LIFE = 3650;

    private final Users users;
    private final Invitations invitations;
    private final Tokens tokens;
    private final Audit audit;
    private final Clock clock;

    AdministrationPages(Users users, Invitations invitations, Tokens tokens, Audit audit, Clock clock) {
        this.users = users;
        this.invitations = invitations;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    String start() {
        return "redirect:/settings/directory/people";
    }

    @GetMapping("/users")
    String users(Model model, CurrentUser me) {
        return usersPage(model, me, new Users.NewUser("", "", "", "", Role.AGENT), "", "", "");
    }

    private String usersPage(
            Model model, CurrentUser me, Users.NewUser typed, String problem, String invitation, String invited) {
        model.addAttribute("users", users.list());
        model.addAttribute("me", me.id());
        model.addAttribute("typed", typed);
        model.addAttribute("problem", problem);
        model.addAttribute("invitation", invitation);
        model.addAttribute("invited", invited);
        return "access/users";
    }

    /** The link is only in this answer, never in an address or a cookie. */
    @PostMapping("/users")
    String addUser(
            @RequestParam String name,
            @RequestParam String signInName,
            @RequestParam String email,
            @RequestParam(defaultValue = "") String personId,
            @RequestParam String role,
            Model model,
            CurrentUser me,
            HttpServletResponse response) {
        Users.NewUser wanted = new Users.NewUser(signInName, name, email, personId, role(role));
        try {
            User added = users.add(wanted);
            return usersPage(
                    model,
                    me,
                    new Users.NewUser("", "", "", "", Role.AGENT),
                    "",
                    invitations.invite(added.id()),
                    added.name());
        } catch (ProblemException problem) {
            response.setStatus(problem.status().value());
            return usersPage(model, me, wanted, problem.detail(), "", "");
        }
    }

    @PostMapping("/users/{id}")
    String changeUser(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String personId,
            @RequestParam String role,
            Model model,
            CurrentUser me,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        try {
            User changed = users.change(id, personId, role(role));
            redirect.addFlashAttribute(Flash.NAME, Flash.good(Texts.text("access.user-was-changed", changed.name())));
            return "redirect:/settings/users";
        } catch (ProblemException problem) {
            response.setStatus(problem.status().value());
            return usersPage(model, me, new Users.NewUser("", "", "", "", Role.AGENT), problem.detail(), "", "");
        }
    }

    @PostMapping("/users/{id}/invitation")
    String invite(@PathVariable UUID id, Model model, CurrentUser me) {
        String link = invitations.invite(id);
        String invited = users.find(id).map(User::name).orElse("");
        return usersPage(model, me, new Users.NewUser("", "", "", "", Role.AGENT), "", link, invited);
    }

    @PostMapping("/users/{id}/disabling")
    String disable(@PathVariable UUID id, RedirectAttributes redirect) {
        users.disable(id);
        redirect.addFlashAttribute(Flash.NAME, Flash.good(Texts.text("access.was-disabled")));
        return "redirect:/settings/users";
    }

    @PostMapping("/users/{id}/enabling")
    String enable(@PathVariable UUID id, RedirectAttributes redirect) {
        users.enable(id);
        redirect.addFlashAttribute(Flash.NAME, Flash.good(Texts.text("access.was-enabled")));
        return "redirect:/settings/users";
    }

    @GetMapping("/tokens")
    String tokens(Model model) {
        return tokensPage(model, "", "", "");
    }

    private String tokensPage(Model model, String issued, String problem, String name) {
        model.addAttribute("tokens", tokens.list());
        model.addAttribute("now", clock.instant());
        model.addAttribute("issued", issued);
        model.addAttribute("problem", problem);
        model.addAttribute("name", name);
        return "access/tokens";
    }

    @PostMapping("/tokens")
    String issue(
            @RequestParam String name,
            @RequestParam String role,
            @RequestParam(required = false) @Nullable List<String> scopes,
            @RequestParam(defaultValue = "0") int days,
            Model model,
            HttpServletResponse response) {
        try {
            return tokensPage(model, tokens.issue(name, role(role), scopes(scopes), end(days)), "", "");
        } catch (ProblemException problem) {
            response.setStatus(problem.status().value());
            return tokensPage(model, "", problem.detail(), name);
        }
    }

    /** Returns when a token ends; never for 0 days. */
    private Optional<Instant> end(int days) {
        if (days < 0 || days > LONGEST_LIFE) {
            throw ProblemException.unprocessable("A token lives up to " + LONGEST_LIFE + " days, or 0 for no end.");
        }
        return days == 0 ? Optional.empty() : Optional.of(clock.instant().plus(Duration.ofDays(days)));
    }

    private static Set<Scope> scopes(@Nullable List<String> words) {
        try {
            return words == null ? Set.of() : words.stream().map(Scope::of).collect(Collectors.toSet());
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.unprocessable("There is " + unknown.getMessage() + ".");
        }
    }

    private static Role role(String word) {
        try {
            return Role.of(word);
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.unprocessable("There is " + unknown.getMessage() + ".");
        }
    }

    @PostMapping("/tokens/{id}/revocation")
    String revoke(@PathVariable UUID id, RedirectAttributes redirect) {
        tokens.revoke(id);
        redirect.addFlashAttribute(Flash.NAME, Flash.good(Texts.text("access.was-revoked")));
        return "redirect:/settings/tokens";
    }

    @GetMapping("/audit")
    String audit(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Model model) {
        Audit.AuditFilter filter = new Audit.AuditFilter(actor.strip(), act, subject.strip());
        List<Audit.AuditEntry> entries = audit.list(filter, before, ENTRIES + 1);
        model.addAttribute("filter", filter);
        model.addAttribute("acts", audit.listActs());
        model.addAttribute("entries", entries.subList(0, Math.min(entries.size(), ENTRIES)));
        model.addAttribute(
                "older",
                entries.size() > ENTRIES
                        ? older(filter, entries.get(ENTRIES - 1).entryId())
                        : "");
        return "access/audit";
    }

    private static String older(Audit.AuditFilter filter, long before) {
        return UriComponentsBuilder.fromPath("/settings/audit")
                .queryParam("actor", "{actor}")
                .queryParam("act", "{act}")
                .queryParam("subject", "{subject}")
                .queryParam("before", before)
                .encode()
                .buildAndExpand(filter.actor(), filter.act(), filter.subject())
                .toUriString();
    }
}
