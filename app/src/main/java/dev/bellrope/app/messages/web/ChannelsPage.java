package dev.bellrope.app.messages.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.messages.MailChannel;
import dev.bellrope.app.messages.Messages;
import dev.bellrope.app.messages.kafka.EventFeed;
import dev.bellrope.app.messages.webhook.Webhooks;
import dev.bellrope.app.settings.Settings;
import dev.bellrope.app.web.Flash;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.Texts;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the outgoing channels: mail, webhooks and Kafka, each with its state and a way to test it. */
@Controller
@RequestMapping("/settings/channels")
class ChannelsPage {
    private final ChannelAdministration channels;
    private final MailChannel mail;
    private final Webhooks webhooks;
    private final Messages messages;
    private final EventFeed feed;
    private final Settings settings;

    ChannelsPage(
            ChannelAdministration channels,
            MailChannel mail,
            Webhooks webhooks,
            Messages messages,
            EventFeed feed,
            Settings settings) {
        this.channels = channels;
        this.mail = mail;
        this.webhooks = webhooks;
        this.messages = messages;
        this.feed = feed;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView show() {
        return page("", "", "", List.of());
    }

    /** Sends a test mail; only this answer shows what the server said. */
    @PostMapping("/mail/test")
    Object tryMail(CurrentUser who, RedirectAttributes redirect) {
        MailChannel.TrialMail tried = channels.tryMail(who);
        redirect.addFlashAttribute(
                Flash.NAME,
                tried.accepted()
                        ? Flash.good(Texts.text("channels.mail.tried", tried.to(), tried.answer()))
                        : Flash.bad(Texts.text("channels.mail.not-tried", tried.to(), tried.answer())));
        return "redirect:/settings/channels";
    }

    /** Creates a subscription; only this answer shows its secret. */
    @PostMapping("/webhooks")
    Object subscribe(@RequestParam String url, @RequestParam(defaultValue = "") List<String> kinds, CurrentUser who) {
        try {
            return page("", channels.subscribe(url, kinds, false, who).secret(), "", List.of());
        } catch (IllegalArgumentException refused) {
            return refused(String.valueOf(refused.getMessage()), url, kinds);
        }
    }

    @PostMapping("/webhooks/{id}")
    Object change(
            @PathVariable UUID id,
            @RequestParam String url,
            @RequestParam(defaultValue = "") List<String> kinds,
            RedirectAttributes redirect) {
        try {
            ofThoseThere(() -> channels.change(id, url, kinds));
        } catch (IllegalArgumentException refused) {
            return refused(String.valueOf(refused.getMessage()), url, kinds);
        }
        return done(redirect, Texts.text("channels.webhook.changed"));
    }

    @PostMapping("/webhooks/{id}/use")
    String use(@PathVariable UUID id, @RequestParam boolean inUse, CurrentUser who, RedirectAttributes redirect) {
        ofThoseThere(() -> channels.use(id, inUse, who));
        return done(redirect, Texts.text("channels.webhook.changed"));
    }

    @PostMapping("/webhooks/{id}/test")
    String tryWebhook(@PathVariable UUID id, RedirectAttributes redirect) {
        ofThoseThere(() -> channels.tryWebhook(id));
        return done(redirect, Texts.text("channels.webhook.tried"));
    }

    @PostMapping("/webhooks/{id}/removal")
    String unsubscribe(@PathVariable UUID id, RedirectAttributes redirect) {
        ofThoseThere(() -> channels.unsubscribe(id));
        return done(redirect, Texts.text("channels.webhook.removed"));
    }

    @PostMapping("/suppressed/lifting")
    String lift(@RequestParam String address, RedirectAttributes redirect) {
        ofThoseThere(() -> channels.lift(address));
        return done(redirect, Texts.text("channels.lifted", address));
    }

    private ModelAndView page(String problem, String secret, String url, List<String> kinds) {
        ModelAndView page = new ModelAndView("messages/channels");
        page.addObject("mail", mail);
        page.addObject("subscriptions", webhooks.list());
        page.addObject(
                "last",
                webhooks.listLast().stream()
                        .collect(Collectors.toMap(Webhooks.LastDelivery::subscription, Function.identity())));
        page.addObject("suppressed", messages.listSuppressed());
        page.addObject("kafka", settings.kafka());
        page.addObject("feed", settings.kafka().map(kafka -> feed.backlog()));
        page.addObject("problem", problem);
        page.addObject("secret", secret);
        page.addObject("url", url);
        page.addObject("kinds", kinds);
        return page;
    }

    private ModelAndView refused(String why, String url, List<String> kinds) {
        ModelAndView page = page(why, "", url, kinds);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static String done(RedirectAttributes redirect, String said) {
        redirect.addFlashAttribute(Flash.NAME, Flash.good(said));
        return "redirect:/settings/channels";
    }

    /** Answers with a page of its own if the subscription or address does not exist, or no longer does. */
    private static void ofThoseThere(Runnable act) {
        try {
            act.run();
        } catch (NoSuchElementException missing) {
            throw ProblemException.notFound(String.valueOf(missing.getMessage()));
        }
    }
}
