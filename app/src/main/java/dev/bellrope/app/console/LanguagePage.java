package dev.bellrope.app.console;

import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Sets the language of the pages: the chosen one, else the browser's, else English. */
@Controller
class LanguagePage {
    private final LocaleResolver chosen;

    LanguagePage(LocaleResolver chosen) {
        this.chosen = chosen;
    }

    @PostMapping("/language")
    String choose(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        chosen.setLocale(
                request,
                response,
                Texts.LANGUAGES.stream()
                        .filter(one -> one.getLanguage().equals(language))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.badRequest("language is not known: " + language
                                + "; there are "
                                + String.join(
                                        " and ",
                                        Texts.LANGUAGES.stream()
                                                .map(Object::toString)
                                                .toList())
                                + ".")));
        // Redirect only within the console, whoever wrote the form.
        return "redirect:" + (back.matches("/[A-Za-z0-9][^\\\\]*") ? back : "/");
    }

    /** Provides the locale resolver, under the bean name that Spring looks for. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class Choice {
        @Bean
        static LocaleResolver localeResolver() {
            AcceptHeaderLocaleResolver asked = new AcceptHeaderLocaleResolver();
            asked.setSupportedLocales(Texts.LANGUAGES);
            asked.setDefaultLocale(Texts.LANGUAGES.getFirst());
            CookieLocaleResolver resolver = new CookieLocaleResolver("bellrope-language");
            resolver.setCookieHttpOnly(true);
            resolver.setCookieSameSite("Lax");
            resolver.setCookieMaxAge(Duration.ofDays(365));
            resolver.setRejectInvalidCookies(false);
            resolver.setDefaultLocaleFunction(asked::resolveLocale);
            return resolver;
        }
    }
}
