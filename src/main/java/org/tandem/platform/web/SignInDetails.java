package org.tandem.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** From where somebody signs in by the form: the address, and the token by which the browser says it is known. */
@Getter
public class SignInDetails extends WebAuthenticationDetails {

    private static final long serialVersionUID = 1L;

    private final @Nullable String browser;

    SignInDetails(HttpServletRequest request) {
        super(request);
        this.browser = RememberBrowser.COOKIE.in(request);
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof SignInDetails details
                && Objects.equals(browser, details.browser);
    }

    @Override
    public int hashCode() {
        return super.hashCode() * 31 + Objects.hashCode(browser);
    }

    /** Kept out of logs. */
    @Override
    public String toString() {
        return "sign-in from " + getRemoteAddress();
    }
}
