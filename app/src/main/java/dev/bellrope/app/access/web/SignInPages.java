package dev.bellrope.app.access.web;

import dev.bellrope.app.access.Audit;
import dev.bellrope.app.access.CurrentUserAuthentication;
import dev.bellrope.app.access.DemoSignIns;
import dev.bellrope.app.access.FirstAdministrator;
import dev.bellrope.app.access.Invitations;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.SessionUsers;
import dev.bellrope.app.access.User;
import dev.bellrope.app.access.Users;
import dev.bellrope.app.web.Flash;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages to sign in: by password, by the link for the first administrator, by invitation, and by one click in a
 * demo.
 */
@Controller
class SignInPages {
    private final Users users;
    private final FirstAdministrator first;
    private final Invitations invitations;
    private final SessionUsers sessions;
    private final Audit audit;
    private final Optional<DemoSignIns> demo;

    SignInPages(
            Users users,
            FirstAdministrator first,
            Invitations invitations,
            SessionUsers sessions,
            Audit audit,
            ObjectProvider<DemoSignIns> demo) {
        this.users = users;
        this.first = first;
        this.invitations = invitations;
        this.sessions = sessions;
        this.audit = audit;
        this.demo = Optional.ofNullable(demo.getIfAvailable());
    }

    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(required = false) @Nullable String refused,
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(defaultValue = "0") int wait,
            Model model) {
        String message = "";
        if (wait > 0) {
            message = inWords(wait);
        } else if (refused != null) {
            message = Texts.text("access.no-fit");
        } else if (out != null) {
            message = Texts.text("access.signed-out");
        }
        model.addAttribute("message", message);
        model.addAttribute("bad", wait > 0 || refused != null);
        model.addAttribute("nobodyYet", users.isEmpty());
        model.addAttribute("demo", demo.map(DemoSignIns::list).orElse(List.of()));
        return "access/sign-in";
    }

    private static String inWords(int seconds) {
        return seconds < 90
                ? Texts.text("access.wait.seconds", String.valueOf(seconds))
                : Texts.text("access.wait.minutes", String.valueOf((seconds + 59) / 60));
    }

    @PostMapping("/demo-sign-in")
    String demoSignIn(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String zone,
            HttpServletRequest request,
            HttpServletResponse response) {
        User user = demo.map(DemoSignIns::list).orElse(List.of()).stream()
                .filter(offered -> offered.signInName().equals(name))
                .findFirst()
                .flatMap(offered -> users.findByName(offered.signInName()))
                .orElseThrow(() -> ProblemException.notFound("Nobody of that name can sign in with one click."));
        open(users.readingTimesIn(zone, user), request, response);
        return "redirect:/";
    }

    @GetMapping("/first-administrator")
    String firstAdministrator(@RequestParam(defaultValue = "") String token, Model model) {
        if (!first.admits(token)) {
            throw voidLink();
        }
        return firstForm(token, new Users.NewUser("", "", "", "", Role.ADMINISTRATOR), "", model);
    }

    private static String firstForm(String token, Users.NewUser typed, String problem, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("typed", typed);
        model.addAttribute("problem", problem);
        return "access/first-administrator";
    }

    @PostMapping("/first-administrator")
    String becomeFirstAdministrator(
            @RequestParam String token,
            @RequestParam String name,
            @RequestParam String signInName,
            @RequestParam String email,
            @RequestParam String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!first.admits(token)) {
            throw voidLink();
        }
        Users.NewUser wanted = new Users.NewUser(signInName, name, email, "", Role.ADMINISTRATOR);
        try {
            open(first.become(token, wanted, password), request, response);
        } catch (ProblemException problem) {
            response.setStatus(problem.status().value());
            return firstForm(token, wanted, problem.detail(), model);
        }
        redirect.addFlashAttribute(Flash.NAME, Flash.good(Texts.text("access.welcome")));
        return "redirect:/settings/users";
    }

    @GetMapping("/invitation")
    String invitation(@RequestParam(defaultValue = "") String token, Model model) {
        User user = invitations.find(token).orElseThrow(SignInPages::voidLink);
        return invitationForm(token, user, "", model);
    }

    private static String invitationForm(String token, User user, String problem, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("user", user);
        model.addAttribute("problem", problem);
        return "access/invitation";
    }

    @PostMapping("/invitation")
    String acceptInvitation(
            @RequestParam String token,
            @RequestParam String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        User user = invitations.find(token).orElseThrow(SignInPages::voidLink);
        try {
            open(invitations.accept(token, password), request, response);
        } catch (ProblemException problem) {
            response.setStatus(problem.status().value());
            return invitationForm(token, user, problem.detail(), model);
        }
        return "redirect:/";
    }

    private static ProblemException voidLink() {
        return ProblemException.notFound(
                "This link is used, too old, or no longer needed. An administrator can make a new one; for the first"
                        + " administrator, Bellrope prints a new one at each start.");
    }

    /** Opens a session with a new id, so that nobody who knew the old id gets in too (session fixation). */
    private void open(User user, HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        request.changeSessionId();
        CurrentUserAuthentication authentication = new CurrentUserAuthentication(user.signedIn());
        SecurityContextImpl context = new SecurityContextImpl(authentication);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        audit.record("signed in", user.name(), Map.of());
    }
}
