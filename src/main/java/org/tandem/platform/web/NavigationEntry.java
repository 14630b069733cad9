package org.tandem.platform.web;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tandem.platform.SignedIn;

/**
 * One line of the navigation on the left, contributed by a module as a bean.
 *
 * @param order below 100 daily work, 100 to 199 reference, from 200 administration; also the order inside the group
 * @param shownTo who sees the entry
 */
public record NavigationEntry(int order, String messageKey, String href, Predicate<SignedIn> shownTo)
        implements NavigationSource {

    public NavigationEntry(int order, String messageKey, String href) {
        this(order, messageKey, href, person -> true);
    }

    @Override
    public Stream<NavigationEntry> entries() {
        return Stream.of(this);
    }
}
