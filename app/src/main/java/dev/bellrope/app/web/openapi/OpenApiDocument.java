package dev.bellrope.app.web.openapi;

import dev.bellrope.app.web.Paging;
import dev.bellrope.app.web.PagingParameters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures the OpenAPI document and its head. Its paths are read from the controllers; what applies to all of them is
 * in {@link OperationsInOpenApi}.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {
    private static final String DESCRIPTION = """
            Errors are problems (RFC 9457): `detail` says what was wrong and what is accepted, `errors` says where: at a \
            `pointer` into a JSON body, in a `parameter` of the query, the address, a header or a form, or in a `line` of a \
            CSV file. Lists take \
            `after` and `limit`, and `next` leads to the next part. A POST that creates takes an `Idempotency-Key`: \
            repeated within 24 hours it gives the same answer and creates nothing. Query parameters and fields that an \
            operation does not know are refused. Instants are ISO 8601 with a zone, from 1970 up to 2200. Lengths of time are \
            in seconds, and the names of their fields end with `Seconds` or `_seconds`. Bodies hold up to 2 MiB.""";

    /** The groups of operations; a controller names one of them. */
    private static final List<Tag> TAGS = List.of(
            tag(
                    "Escalations",
                    "Escalations: their state, their timeline, and everything that can be asked of a running one"),
            tag("Tasks", "What somebody owes by a date, outside of a running escalation"),
            tag("Tickets", "Tickets of the helpdesk, as Bellrope watches them"),
            tag("Signals", "What sources tell Bellrope, as CloudEvents, and what became of it"),
            tag("Incoming webhooks", "What products deliver in their own formats, and what it means here"),
            tag("Messages", "What people were told, and what could not be delivered"),
            tag("Webhook subscriptions", "Who is told of events by webhooks"),
            tag("Events", "What webhooks are told, by type"),
            tag("Channels", "Whether what Bellrope sends arrives"),
            tag("Accounts", "Customers, their contacts, and what sources call them"),
            tag("People", "People, teams, working hours and absences"),
            tag("CSV files", "The directory as files"),
            tag("Playbook", "The rules in force, those before them, and what others would do"),
            tag("Insights", "What escalations add up to"),
            tag("Access", "Users, tokens and the audit trail"));

    static {
        SpringDocUtils.getConfig().replaceParameterObjectWithClass(Paging.class, PagingParameters.class);
    }

    @Bean
    OpenAPI bellropeApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Bellrope")
                        .version("v1")
                        .description(DESCRIPTION)
                        .contact(new Contact().name("Whoever runs this installation"))
                        .license(new License().name("Apache 2.0").identifier("Apache-2.0")))
                .addServersItem(new Server().url("/").description("This installation"))
                .tags(TAGS);
    }

    @Bean
    ModelResolver schemas(ObjectMapperProvider mapper) {
        return new NullableSchemas(mapper.jsonMapper());
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }
}
