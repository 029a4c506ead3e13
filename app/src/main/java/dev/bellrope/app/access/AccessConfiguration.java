package dev.bellrope.app.access;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Configures password hashing, and lets controllers take {@link CurrentUser} and {@link VisibleAccounts} as arguments.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration implements WebMvcConfigurer {
    private final ObjectProvider<Visibility> visibility;

    /** @param visibility resolved when first needed, as beans that it depends on do not exist yet */
    AccessConfiguration(ObjectProvider<Visibility> visibility) {
        this.visibility = visibility;
    }

    @Bean
    static Visibility visibility() {
        return who -> VisibleAccounts.ALL;
    }

    /** Argon2id, 16 MiB, two passes. */
    @Bean
    static Argon2PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AskedArgument<>(CurrentUser.class, Access::current));
        resolvers.add(new AskedArgument<>(
                VisibleAccounts.class, () -> visibility.getObject().of(Access.current())));
    }

    /** Resolves a controller's argument that tells something about whoever makes the request. */
    private record AskedArgument<A>(Class<A> type, Supplier<A> asked) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public A resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory factory) {
            return asked.get();
        }
    }
}
