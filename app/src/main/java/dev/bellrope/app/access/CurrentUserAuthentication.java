package dev.bellrope.app.access;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * The current user for Spring Security, with authorities such as {@code ROLE_administrator} and {@code SCOPE_read}, and
 * {@code PERSON} or {@code PROGRAM}.
 */
public final class CurrentUserAuthentication extends AbstractAuthenticationToken {
    private final transient CurrentUser signedIn;

    public CurrentUserAuthentication(CurrentUser signedIn) {
        super(Stream.of(
                        Stream.of(signedIn.program() ? "PROGRAM" : "PERSON"),
                        Stream.of("ROLE_" + signedIn.role().word()),
                        signedIn.scopes().stream().map(scope -> "SCOPE_" + scope.word()))
                .flatMap(names -> names)
                .map(SimpleGrantedAuthority::new)
                .toList());
        this.signedIn = signedIn;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return List.of();
    }

    @Override
    public CurrentUser getPrincipal() {
        return signedIn;
    }

    @Override
    public String getName() {
        return signedIn.id();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CurrentUserAuthentication that && that.signedIn.equals(signedIn);
    }

    @Override
    public int hashCode() {
        return signedIn.hashCode();
    }
}
