package dev.bellrope.app.intake.web;

import dev.bellrope.app.intake.HeardSignal;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.app.intake.IntakeRules;
import dev.bellrope.app.intake.IntakeSecrets;
import dev.bellrope.app.intake.JsonBodies;
import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.app.intake.SignalState;
import dev.bellrope.app.intake.SignatureScheme;
import dev.bellrope.app.settings.Settings;
import dev.bellrope.app.web.Flash;
import dev.bellrope.app.web.Texts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page of the sources: for each its address with a sample, its last signal and the outcome, its secret's state and
 * its rules.
 */
@Controller
@RequestMapping("/settings/intake")
class IntakePage {
    private static final int NEWEST = 500;
    private static final int UNMAPPED = 200;

    private final WebhookSources sources;
    private final Intake intake;
    private final IntakeRules rules;
    private final IntakeSecrets secrets;
    private final SourceAdministration doors;
    private final IntakeSamples samples;
    private final Settings settings;

    IntakePage(
            WebhookSources sources,
            Intake intake,
            IntakeRules rules,
            IntakeSecrets secrets,
            SourceAdministration doors,
            IntakeSamples samples,
            Settings settings) {
        this.sources = sources;
        this.intake = intake;
        this.rules = rules;
        this.secrets = secrets;
        this.doors = doors;
        this.samples = samples;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "") String product, @RequestParam(defaultValue = "") String name) {
        return page(product, name, null, "");
    }

    @PostMapping("/rules")
    Object replaceRules(
            @RequestParam String product,
            @RequestParam(defaultValue = "") String name,
            @RequestParam String rules,
            RedirectAttributes redirect) {
        try {
            doors.replaceRules(
                    source(product, name), JsonBodies.read(rules.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (SignalRefused refused) {
            return refused(product, name, rules, refused);
        }
        return done(redirect, product, name, Texts.text("intake.rules.saved"));
    }

    @PostMapping("/secret")
    Object setSecret(
            @RequestParam String product,
            @RequestParam(defaultValue = "") String name,
            @RequestParam String scheme,
            @RequestParam String secret,
            RedirectAttributes redirect) {
        try {
            doors.setSecret(source(product, name), scheme, secret);
        } catch (SignalRefused refused) {
            return refused(product, name, null, refused);
        }
        return done(redirect, product, name, Texts.text("intake.secret.saved"));
    }

    @PostMapping("/secret/removal")
    Object removeSecret(
            @RequestParam String product, @RequestParam(defaultValue = "") String name, RedirectAttributes redirect) {
        try {
            doors.removeSecret(source(product, name));
        } catch (SignalRefused refused) {
            return refused(product, name, null, refused);
        }
        return done(redirect, product, name, Texts.text("intake.secret.gone"));
    }

    private ModelAndView page(String product, String name, @Nullable String typed, String problem) {
        Map<String, HeardSignal> last = intake.listLatest(NEWEST).stream()
                .collect(Collectors.toMap(heard -> heard.signal().source(), Function.identity()));
        ModelAndView page = new ModelAndView("intake/intake");
        page.addObject("sources", sources(last));
        page.addObject("chosen", chosen(product, name, typed, last));
        page.addObject("sample", samples.curl(settings.baseUrl(), "cloudevents", "/api/v1/signals"));
        page.addObject(
                "schemes",
                Arrays.stream(SignatureScheme.values())
                        .map(SignatureScheme::word)
                        .toList());
        page.addObject("unmapped", unmapped());
        page.addObject("problem", problem);
        return page;
    }

    private List<SourceView> sources(Map<String, HeardSignal> last) {
        TreeSet<String> all = new TreeSet<>(sources.products());
        all.addAll(rules.listSources());
        all.addAll(secrets.listSources());
        all.addAll(last.keySet());
        return all.stream().map(source -> source(source, last)).toList();
    }

    private SourceView source(String source, Map<String, HeardSignal> last) {
        String[] parts = source.split("/", 2);
        boolean understood = sources.products().contains(parts[0]);
        return new SourceView(
                source,
                understood ? parts[0] : "",
                understood && parts.length > 1 ? parts[1] : "",
                secrets.find(source).isPresent(),
                rules.list(source).size(),
                Optional.ofNullable(last.get(source)));
    }

    private Optional<SourceView.ChosenSource> chosen(
            String product, String name, @Nullable String typed, Map<String, HeardSignal> last) {
        if (product.isEmpty()) {
            return Optional.empty();
        }
        String source;
        try {
            source = source(product, name);
        } catch (SignalRefused wrong) {
            return Optional.empty();
        }
        String address = "/api/v1/webhooks/" + source;
        return Optional.of(new SourceView.ChosenSource(
                source(source, last),
                settings.baseUrl() + address,
                samples.curl(settings.baseUrl(), product, address),
                secrets.find(source),
                typed == null ? JsonBodies.pretty(rules.list(source)) : typed));
    }

    /** Returns the names that need an account, each with the number of waiting signals. */
    private Map<String, Map<String, Integer>> unmapped() {
        Map<String, Map<String, Integer>> names = new TreeMap<>();
        intake.list(Optional.of(SignalState.UNMAPPED), Optional.empty(), UNMAPPED)
                .forEach(heard -> names.computeIfAbsent(heard.signal().source(), one -> new LinkedHashMap<>())
                        .merge(heard.accountKey(), 1, Integer::sum));
        return names;
    }

    private String source(String product, String name) {
        return sources.source(product, name.isEmpty() ? null : name);
    }

    private ModelAndView refused(String product, String name, @Nullable String typed, SignalRefused refused) {
        ModelAndView page = page(product, name, typed, refused.why());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static String done(RedirectAttributes redirect, String product, String name, String said) {
        redirect.addFlashAttribute(Flash.NAME, Flash.good(said));
        redirect.addAttribute("product", product);
        redirect.addAttribute("name", name);
        return "redirect:/settings/intake";
    }
}
