package org.tandem.people.signin;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Name and password, by form or HTTP Basic. Says no in the same words and the same time whether the name exists or not. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    /** bcrypt looks no further. */
    static final int LONGEST_PASSWORD_BYTES = 72;

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final KnownPasswords known;
    private final SignInThrottle throttle;
    private final Clock clock;
    private final CompletableFuture<String> hashOfNobody;

    PasswordSignIn(
            Accounts accounts, PasswordEncoder encoder, KnownPasswords known, SignInThrottle throttle, Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.known = known;
        this.throttle = throttle;
        this.clock = clock;
        // Slow by design: nobody who starts Tandem has to wait for it.
        this.hashOfNobody = CompletableFuture.supplyAsync(() -> encoder.encode("nobody"));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String password =
                attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
        String address = addressOf(attempt);
        throttle.check(name, address);
        Optional<Account> account = accounts.byName(name);
        String hash = account.map(Account::getPassword)
                .filter(text -> !text.isEmpty())
                .orElse("");
        if (!hash.isEmpty() && known.knows(hash, password)) {
            return signedIn(account.orElseThrow(), attempt);
        }
        if (!matches(password, hash) || !account.orElseThrow().isEnabled()) {
            throttle.failed(name, address);
            throw new BadCredentialsException("Name and password do not match");
        }
        throttle.check(name, address); // guesses sent side by side all passed the first check
        throttle.succeeded(name);
        known.remember(hash, password);
        return signedIn(account.orElseThrow(), attempt);
    }

    private boolean matches(String password, String hash) {
        boolean same = encoder.matches(password, hash.isEmpty() ? hashOfNobody.join() : hash);
        return same && !hash.isEmpty() && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PASSWORD_BYTES;
    }

    private Authentication signedIn(Account account, Authentication attempt) {
        if (!account.isEnabled()) {
            throw new BadCredentialsException("Name and password do not match");
        }
        if (account.isPasswordExpired(clock.instant())) {
            throw new CredentialsExpiredException("One-time password expired");
        }
        UsernamePasswordAuthenticationToken token =
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
        token.setDetails(attempt.getDetails());
        return token;
    }

    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
