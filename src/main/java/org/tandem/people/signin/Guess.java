package org.tandem.people.signin;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.ClientNetwork;

/**
 * A password tried for an account: who tries it, and therefore whose failures it adds to. The parts are subjects of
 * {@link SignInThrottle}, digests all of them, since people type passwords into the name field.
 *
 * @param guesser account and address, account and browser, or the account alone: pauses when it fails too often
 * @param address pauses when it fails too often over all accounts; null where the address does not matter
 * @param account never pauses; shows that many addresses guess at it. Null where that does not matter
 */
public record Guess(
        String guesser, @Nullable String address, @Nullable String account) {

    /** From a browser that never signed in to the account, or by a machine. */
    static Guess from(String address, String account) {
        String network = ClientNetwork.of(address);
        return new Guess(
                "pair:" + Digest.of(network + " " + account),
                "address:" + Digest.of(network),
                "account:" + Digest.of(account));
    }

    /** From a browser that signed in to the account before: what others guess is not its fault. */
    static Guess fromKnownBrowser(String token, String account) {
        return new Guess("browser:" + Digest.of(token + " " + account), null, null);
    }

    /** By somebody who is signed in to the account, from wherever: nobody else can use up these tries. */
    public static Guess bySignedIn(String account) {
        return new Guess("self:" + Digest.of(account), null, null);
    }

    /** What can be paused. */
    List<String> paused() {
        List<String> subjects = new ArrayList<>(List.of(guesser));
        if (address != null) {
            subjects.add(address);
        }
        return subjects;
    }
}
