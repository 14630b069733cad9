package org.tandem.people.signin;

import java.nio.charset.StandardCharsets;
import lombok.RequiredArgsConstructor;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords in the form {@link SignInText} gives them, so that it does not matter on which keyboard one is typed or
 * what was copied along with it. A password hashed as it came, before there was such a form, still matches.
 */
@RequiredArgsConstructor
class PasswordHashes implements PasswordEncoder {

    /** bcrypt looks no further. */
    private static final int LONGEST_BYTES = 72;

    private final PasswordEncoder hashes;

    @Override
    public String encode(CharSequence password) {
        return hashes.encode(SignInText.clean(password.toString()));
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
        String typed = password.toString();
        String cleaned = SignInText.clean(typed);
        return isWhole(cleaned, hash) || !cleaned.equals(typed) && isWhole(typed, hash);
    }

    private boolean isWhole(String text, String hash) {
        return hashes.matches(text, hash) && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
    }

    @Override
    public boolean upgradeEncoding(String hash) {
        return hashes.upgradeEncoding(hash);
    }
}
