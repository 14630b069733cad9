package org.tandem.platform.edge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.tandem.platform.CannotStart;

/** The proxies an operator has named, by address or network: they alone are asked who a request comes from. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class Proxies {

    /** Never a name: nothing a client sends is looked up. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}|(?=.*:)[0-9a-fA-F:.]{2,45}");

    private final List<IpAddressMatcher> named;

    /** @param addresses such as {@code 10.0.0.5} or {@code 2001:db8::/32} */
    public static Proxies of(List<String> addresses) {
        return new Proxies(addresses.stream()
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(Proxies::matcher)
                .toList());
    }

    private static IpAddressMatcher matcher(String address) {
        try {
            if (ADDRESS.matcher(address.replaceFirst("/\\d{1,3}$", "")).matches()) {
                return new IpAddressMatcher(address);
            }
        } catch (IllegalArgumentException unreadable) {
            // said below
        }
        throw new CannotStart(
                "tandem.proxies holds “" + address + "”, which is neither an IP address nor a network.",
                "Name the addresses of your reverse proxies, separated by commas, such as 10.0.0.5 or 10.0.0.0/24; "
                        + "without a proxy leave it empty.");
    }

    boolean include(@Nullable String address) {
        return address != null
                && ADDRESS.matcher(address).matches()
                && named.stream().anyMatch(proxy -> isIn(proxy, address));
    }

    private static boolean isIn(IpAddressMatcher proxy, String address) {
        try {
            return proxy.matches(address);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /**
     * @param hops from X-Forwarded-For, the nearest last: what stands before the last one we do not know is hearsay
     * @return nothing when no hop can be read
     */
    @Nullable
    String clientOf(List<String> hops) {
        List<String> nearestFirst = new ArrayList<>(hops);
        Collections.reverse(nearestFirst);
        String client = null;
        for (String hop : nearestFirst) {
            if (!ADDRESS.matcher(hop).matches()) {
                break;
            }
            client = hop;
            if (!include(hop)) {
                break;
            }
        }
        return client;
    }
}
