package org.tandem.people.signin;

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
import org.tandem.platform.web.SignInDetails;

/** Name and password, by form or HTTP Basic. Says no in the same words and the same time whether the name exists or not. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final KnownPasswords known;
    private final SignInThrottle throttle;
    private final BrowsersOfPersons browsers;
    private final Clock clock;
    private final CompletableFuture<String> hashOfNobody;

    PasswordSignIn(
            Accounts accounts,
            PasswordEncoder encoder,
            KnownPasswords known,
            SignInThrottle throttle,
            BrowsersOfPersons browsers,
            Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.known = known;
        this.throttle = throttle;
        this.browsers = browsers;
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
        Optional<Account> account = accounts.byName(name);
        Guess guess = guess(name, account, attempt);
        throttle.check(guess);
        String hash = account.map(Account::getPassword)
                .filter(text -> !text.isEmpty())
                .orElse("");
        if (!hash.isEmpty() && known.knows(hash, password)) {
            return signedIn(account.orElseThrow(), attempt);
        }
        boolean right = matches(password, hash) && account.orElseThrow().isEnabled();
        // Guesses sent side by side all passed the first check; the answer must not tell which of them was right.
        throttle.check(guess);
        if (!right) {
            throttle.failed(guess);
            throw new BadCredentialsException("Name and password do not match");
        }
        throttle.succeeded(guess);
        known.remember(hash, password);
        return signedIn(account.orElseThrow(), attempt);
    }

    private boolean matches(String password, String hash) {
        boolean same = encoder.matches(password, hash.isEmpty() ? hashOfNobody.join() : hash);
        return same && !hash.isEmpty();
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

    /** An account is one, whichever of its names is typed; a name that nobody has is treated as an account. */
    private Guess guess(String name, Optional<Account> account, Authentication attempt) {
        String guessed = account.map(Account::getUsername).orElseGet(() -> Accounts.nameIn(name));
        String browser = attempt.getDetails() instanceof SignInDetails details ? details.browser() : null;
        if (browser != null && browsers.knows(account.map(Account::personId).orElse(null), browser)) {
            return Guess.fromKnownBrowser(browser, guessed);
        }
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        return Guess.from(address, guessed);
    }
}
