package dev.bellrope.app.web;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Configures what all controllers share: arguments, parameter checks, upload limits, and the files that pages load. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    /**
     * A body far above the limit for one attached file is not read at all; one slightly above it is read and refused
     * with an explanation, so that what was typed with it is kept.
     */
    @Bean
    MultipartConfigElement uploads(@Value("${bellrope.attachments.max-size:10MB}") DataSize largest) {
        long most = 2 * largest.toBytes() + DataSize.ofMegabytes(2).toBytes();
        return new MultipartConfigElement("", most, most, 0);
    }

    /** A browser may send as many languages as fit into a header; the server would fail with more than ten. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> languages() {
        return server -> server.addConnectorCustomizers(connector ->
                connector.setMaxLocaleCount((int) DataSize.ofKilobytes(8).toBytes()));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PagingArgument());
    }

    /**
     * The server itself answers a form whose body ends too early, while reading it; the controller must not run then.
     */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                return !response.isCommitted();
            }
        });
        registry.addInterceptor(new QueryParameters()).addPathPatterns("/api/**");
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Instant.class, AcceptedInstants::parse);
        registry.addConverter(String.class, LocalDate.class, AcceptedInstants::parseDate);
    }

    /** Our own files have a hash of their content in the name; those of webjars have their version in the path. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(FOR_EVER)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(FOR_EVER);
        registry.addResourceHandler("/favicon.svg", "/favicon.ico")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)));
    }
}
