package org.tandem.people.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int NETWORK_BYTES = 8;

    /** From a browser that never signed in to the account, or by a machine. */
    static Guess from(String address, String account) {
        String network = networkOf(address);
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

    /** Whoever has one address of IPv6 has all of its /64: they count as one. */
    private static String networkOf(String address) {
        int zone = address.indexOf('%');
        String literal = zone < 0 ? address : address.substring(0, zone);
        if (!IPV6.matcher(literal).matches()) { // nothing that would be looked up as a name
            return literal;
        }
        try {
            InetAddress parsed = InetAddress.getByName(literal);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return literal;
        }
    }
}
