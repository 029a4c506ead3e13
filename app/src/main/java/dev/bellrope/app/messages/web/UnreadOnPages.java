package dev.bellrope.app.messages.web;

import dev.bellrope.app.access.Access;
import dev.bellrope.app.messages.Inbox;
import dev.bellrope.app.web.UnreadCount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Adds the number of unread messages of its reader to every page of the console. */
@Component
class UnreadOnPages implements HandlerInterceptor, WebMvcConfigurer {
    private final Inbox inbox;

    UnreadOnPages(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        boolean drawn = page != null
                && page.getViewName() != null
                && !String.valueOf(page.getViewName()).startsWith("redirect:");
        if (drawn) {
            Access.find()
                    .ifPresent(who -> UnreadCount.say(
                            request, inbox.countUnread(who.actor().id())));
        }
    }
}
