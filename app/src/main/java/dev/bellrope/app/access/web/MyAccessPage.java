package dev.bellrope.app.access.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.Passwords;
import dev.bellrope.app.access.SessionUsers;
import dev.bellrope.app.access.Throttle;
import dev.bellrope.app.access.User;
import dev.bellrope.app.access.Users;
import dev.bellrope.app.web.Flash;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the user's own account, where they change their password. */
@Controller
class MyAccessPage {
    private final Users users;
    private final Passwords passwords;
    private final Throttle throttle;
    private final SessionUsers sessions;

    MyAccessPage(Users users, Passwords passwords, Throttle throttle, SessionUsers sessions) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
    }

    @GetMapping("/my-access")
    String mine(CurrentUser me, Model model) {
        return page(me, "", model);
    }

    private String page(CurrentUser me, String problem, Model model) {
        model.addAttribute("user", user(me));
        model.addAttribute("problem", problem);
        return "access/mine";
    }

    private User user(CurrentUser me) {
        return users.find(UUID.fromString(me.id())).orElseThrow();
    }

    /**
     * Asks for the current password, so that an unlocked screen is not enough; guessing it is throttled like signing
     * in.
     */
    @PostMapping("/my-access/password")
    String changePassword(
            @RequestParam String present,
            @RequestParam String password,
            CurrentUser me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        User user = user(me);
        try {
            check(user, present, request.getRemoteAddr());
            users.choosePassword(user, password);
        } catch (ProblemException problem) {
            response.setStatus(problem.status().value());
            return page(me, problem.detail(), model);
        }
        sessions.keep(user(me), request);
        redirect.addFlashAttribute(Flash.NAME, Flash.good(Texts.text("access.was-changed")));
        return "redirect:/my-access";
    }

    private void check(User user, String present, String address) {
        if (throttle.attempt(user.signInName(), address).isPositive()) {
            throw ProblemException.unprocessable(Texts.text("access.too-many"));
        }
        if (!passwords.matches(present, user.passwordHash())) {
            throw ProblemException.unprocessable(Texts.text("access.other-password"));
        }
        throttle.succeeded(user.signInName(), address);
    }
}
