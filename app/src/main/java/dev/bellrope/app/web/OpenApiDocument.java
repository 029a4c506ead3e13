package dev.bellrope.app.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI document; its paths are read from the controllers. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {
    private static final String DESCRIPTION = """
            Errors are problems (RFC 9457): `detail` says what was wrong and what is accepted, `errors` says where. Lists take \
            `after` and `limit` (1 to 200) and link to the `next` part. A POST that creates takes an `Idempotency-Key`: \
            repeated within 24 hours it gives the same answer and creates nothing. Instants are ISO 8601 with a zone, from \
            1970 up to 2200. Bodies hold up to 2 MiB.""";

    @Bean
    OpenAPI bellropeApi() {
        return new OpenAPI()
                .info(new Info().title("Bellrope").version("v1").description(DESCRIPTION))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("brt_...")))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }
}
