package dev.bellrope.app.access;

import dev.bellrope.app.access.AccessRules.AccessNeed;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Describes in the OpenAPI document how a program authenticates, and which scope each operation needs according to
 * {@link AccessRules}.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class ScopesInOpenApi implements OpenApiCustomizer {
    /** An extension, since OpenAPI knows scopes only for OAuth. */
    private static final String SCOPE = "x-scope";

    private static final String TOKEN = "token";
    private static final String TOKEN_IN_ADDRESS = "tokenInAddress";

    ScopesInOpenApi() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentUser.class, VisibleAccounts.class);
    }

    @Override
    public void customise(OpenAPI api) {
        api.getComponents()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("brt_...")
                                .description("A token, which an administrator issues with some of these scopes: "
                                        + Arrays.stream(Scope.values())
                                                .map(scope -> "`" + scope.word() + "` (" + scope.meaning() + ")")
                                                .collect(Collectors.joining("; "))
                                        + "."))
                .addSecuritySchemes(
                        TOKEN_IN_ADDRESS,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.QUERY)
                                .name(BearerTokens.PARAMETER)
                                .description("The same token, for products that cannot send a header."));
        api.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> secure(path, method, operation)));
    }

    private static void secure(String path, PathItem.HttpMethod method, Operation operation) {
        if (!(AccessRules.of(HttpMethod.valueOf(method.name()), path) instanceof AccessNeed.ScopeNeed(Scope scope))) {
            return;
        }
        operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
        if (BearerTokens.isInAddress(path)) {
            operation.addSecurityItem(new SecurityRequirement().addList(TOKEN_IN_ADDRESS));
        }
        operation.addExtension(SCOPE, scope.word());
        String needs = "Needs the scope `" + scope.word() + "`.";
        operation.setDescription(
                operation.getDescription() == null ? needs : operation.getDescription() + "\n\n" + needs);
    }
}
