package dev.bellrope.app.web;

import jakarta.servlet.http.HttpServletRequest;

/** How many messages the reader of a page has not read yet; whoever knows says it, and the frame of the page shows it. */
public final class UnreadCount {
    private static final String NAME = UnreadCount.class.getName();

    private UnreadCount() {}

    public static void say(HttpServletRequest request, int count) {
        request.setAttribute(NAME, count);
    }

    /** 0 where nobody has said. */
    public static int of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof Integer count ? count : 0;
    }
}
