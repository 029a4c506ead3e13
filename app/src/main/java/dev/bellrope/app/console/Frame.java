package dev.bellrope.app.console;

import dev.bellrope.app.access.Access;
import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.web.AsOf;
import dev.bellrope.app.web.Flash;
import dev.bellrope.app.web.UnreadCount;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What every page needs besides its own parameters; the layout gets it here, so pages need not pass it on. */
public final class Frame {
    private static final String TABLER = "/webjars/tabler__core/1.4.0/dist/";
    private static final String HTMX = "/webjars/htmx.org/2.0.10/dist/";

    private static final List<NavigationItem> ITEMS = List.of(
            new NavigationItem("desk", "/", "desk", false),
            new NavigationItem("board", "/escalations", "board", false),
            new NavigationItem("tasks", "/tasks", "tasks", false),
            new NavigationItem("accounts", "/accounts", "accounts", false),
            new NavigationItem("playbook", "/playbook", "playbook", false),
            new NavigationItem("signals", "/signals", "signals", false),
            new NavigationItem("messages", "/messages", "messages", false),
            new NavigationItem("people", "/people", "people", false),
            new NavigationItem("insights", "/insights", "insights", false),
            new NavigationItem("settings", "/settings", "settings", false));

    private final HttpServletRequest request;

    private Frame(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * An entry of the navigation.
     *
     * @param key the key by which a page names itself, as in {@code nav = "board"}; also the last part of its text's
     *     key
     */
    public record NavigationItem(String key, String path, String icon, boolean administrators) {}

    /** Returns the frame of the current request. */
    public static Frame current() {
        return new Frame(((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest());
    }

    public Optional<CurrentUser> signedIn() {
        return Access.find();
    }

    /** Returns the zone in which times are shown to the user; it is always shown next to a time. */
    public ZoneId zone() {
        return Access.find().map(CurrentUser::zone).orElse(ZoneOffset.UTC);
    }

    /** Returns the entries that the user may open. */
    public List<NavigationItem> navigation() {
        boolean administrator = Access.find().map(CurrentUser::isAdministrator).orElse(false);
        return ITEMS.stream()
                .filter(item -> administrator || !item.administrators())
                .toList();
    }

    /** Returns the address of this page, for forms that lead back to it. */
    public String path() {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** Returns the token that every form and htmx request must carry; {@code parts/csrf.jte} adds it. */
    public String csrf() {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    public Optional<Flash> flash() {
        Map<String, ?> flashes = RequestContextUtils.getInputFlashMap(request);
        return flashes != null && flashes.get(Flash.NAME) instanceof Flash flash
                ? Optional.of(flash)
                : Optional.empty();
    }

    /** Returns the number of the user's unread messages. */
    public int unread() {
        return UnreadCount.of(request);
    }

    /** Returns the instant of the data on this page, if it is not current. */
    public Optional<Instant> asOf() {
        return AsOf.find();
    }

    /**
     * Returns the address of a file in {@code src/main/resources/static}, with a hash so that it can be cached for
     * ever.
     */
    public String asset(String name) {
        String path = "/assets/" + name;
        return request.getAttribute(ResourceUrlProvider.class.getName()) instanceof ResourceUrlProvider provider
                ? Objects.requireNonNullElse(provider.getForLookupPath(path), path)
                : path;
    }

    public String tabler(String name) {
        return TABLER + name;
    }

    public String htmx() {
        return HTMX + "htmx.min.js";
    }
}
