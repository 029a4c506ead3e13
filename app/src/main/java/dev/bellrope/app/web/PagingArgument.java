package dev.bellrope.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link Paging} from {@code ?after=&limit=}. */
final class PagingArgument implements HandlerMethodArgumentResolver {
    private static final int DEFAULT = 50;
    private static final int MOST = 200;
    private static final int LONGEST_KEY = 500;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Paging resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory factory) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        String after = request.getParameter("after");
        if (after != null && after.length() > LONGEST_KEY) {
            throw ProblemException.badRequest(
                    "The parameter after is wrong.",
                    ProblemError.in("after", "Accepted: the value out of the link \"next\" of the page before."));
        }
        String query = request.getQueryString();
        return new Paging(
                Optional.ofNullable(after).filter(key -> !key.isEmpty()),
                limit(request.getParameter("limit")),
                request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    private static int limit(@Nullable String written) {
        if (written == null) {
            return DEFAULT;
        }
        try {
            int limit = Integer.parseInt(written);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException wrong) {
            // reported below
        }
        throw ProblemException.badRequest(
                "The parameter limit is wrong.",
                ProblemError.in("limit", "Accepted: a whole number from 1 to " + MOST + "."));
    }
}
