package dev.bellrope.app.web;

import jakarta.servlet.http.HttpServletRequest;

/** The number of unread messages of a page's reader, passed from the module that knows it to the frame of the page. */
public final class UnreadCount {
    private static final String NAME = UnreadCount.class.getName();

    private UnreadCount() {}

    public static void say(HttpServletRequest request, int count) {
        request.setAttribute(NAME, count);
    }

    /** Returns the count; 0 if none was set. */
    public static int of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof Integer count ? count : 0;
    }
}
