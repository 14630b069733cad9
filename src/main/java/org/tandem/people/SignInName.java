package org.tandem.people;

import jakarta.persistence.Embeddable;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tandem.people.signin.SignInText;
import org.tandem.platform.Refused;

/** A name to sign in with. Several may lead to one person; the main one is how the session knows them. */
@Embeddable
record SignInName(String name, boolean main) {

    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,98}[a-z0-9]");

    static SignInName main(String typed) {
        String name = SignInText.clean(typed).toLowerCase(Locale.ROOT);
        if (!ALLOWED.matcher(name).matches()) {
            throw Refused.invalid("signInName", "people.refused.signInName");
        }
        return new SignInName(name, true);
    }
}
