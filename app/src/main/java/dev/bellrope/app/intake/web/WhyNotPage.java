package dev.bellrope.app.intake.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.foresight.WhyNot;
import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.core.account.SupportPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page that explains why nothing happened: it tests a ticket or a pasted signal against every trigger and stores
 * nothing.
 */
@Controller
@RequestMapping("/playbook/why-not")
class WhyNotPage {
    private final WhyNot whyNot;
    private final HypotheticalSignal supposed;

    WhyNotPage(WhyNot whyNot, HypotheticalSignal supposed) {
        this.whyNot = whyNot;
        this.supposed = supposed;
    }

    @GetMapping
    ModelAndView ticket(
            @RequestParam(defaultValue = "") String ticket,
            @RequestParam(defaultValue = "ticket.opened") String kind,
            @RequestParam(defaultValue = "") String promise,
            VisibleAccounts visible) {
        WhyNotQuestion asked = new WhyNotQuestion(ticket.strip(), kind, promise, "");
        if (asked.ticket().isEmpty()) {
            return page(asked, null, "", false);
        }
        Optional<WhyNot.WhyNotAnswer> answer = whyNot.ofTicket(asked.ticket(), kind, promise, visible);
        ModelAndView page = page(asked, answer.orElse(null), "", answer.isEmpty());
        if (answer.isEmpty()) {
            page.setStatus(HttpStatus.NOT_FOUND);
        }
        return page;
    }

    @PostMapping
    ModelAndView signal(@RequestParam(defaultValue = "") String event, VisibleAccounts visible) {
        WhyNotQuestion asked = new WhyNotQuestion("", "ticket.opened", "", event);
        try {
            return page(asked, supposed.ask(event, visible), "", false);
        } catch (SignalRefused refused) {
            ModelAndView page = page(asked, null, refused.why(), false);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private ModelAndView page(
            WhyNotQuestion asked, WhyNot.@Nullable WhyNotAnswer answer, String problem, boolean unknown) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("asked", asked);
        model.put("answer", answer);
        model.put("problem", problem);
        model.put("unknown", unknown);
        model.put("kinds", whyNot.ticketKinds());
        model.put("promises", List.of(SupportPlan.FIRST_REPLY, SupportPlan.NEXT_REPLY, SupportPlan.RESOLVE));
        return new ModelAndView("playbook/whyNot", model);
    }
}
