package dev.bellrope.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * Keeps flash messages for the next page that a person opens. An open page that refreshes itself requests the same
 * address, often at that very moment, and must not consume them.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class Flashes implements FlashMapManager {
    /** Sent by {@code live.js} with requests that nobody clicked for. */
    private static final String LIVE = "X-Live";

    private final FlashMapManager session = new SessionFlashMapManager();

    @Override
    public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
        return request.getHeader(LIVE) == null ? session.retrieveAndUpdate(request, response) : null;
    }

    @Override
    public void saveOutputFlashMap(FlashMap done, HttpServletRequest request, HttpServletResponse response) {
        session.saveOutputFlashMap(done, request, response);
    }
}
