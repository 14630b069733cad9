package org.tandem.people.signin;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.tandem.platform.web.SignInProblem;

/**
 * The identity provider says who it is, the roster says what they may do. By default the verified e-mail address is
 * compared; {@code tandem.oidc.claim=preferred_username} compares sign-in names instead, for providers whose users cannot
 * choose that name themselves.
 */
@Component
@RequiredArgsConstructor
class OidcSignIn implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private static final String EMAIL = "email";

    private final Accounts accounts;
    private final String claim;
    private final OAuth2UserService<OidcUserRequest, OidcUser> provider;

    @org.springframework.beans.factory.annotation.Autowired
    OidcSignIn(Accounts accounts, @Value("${tandem.oidc.claim:" + EMAIL + "}") String claim) {
        this(accounts, claim, new OidcUserService());
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = provider.loadUser(request);
        Account account = accountOf(user).filter(Account::isEnabled).orElseThrow(SignInProblem.UNKNOWN::exception);
        return new OidcAccount(account, user);
    }

    private Optional<Account> accountOf(OidcUser user) {
        String value = user.getClaimAsString(claim);
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        if (!claim.equals(EMAIL)) {
            return accounts.byName(value);
        }
        return isTrue(user.getEmailVerified()) ? accounts.byEmail(value) : Optional.empty();
    }

    private static boolean isTrue(@Nullable Boolean verified) {
        return Boolean.TRUE.equals(verified);
    }
}
