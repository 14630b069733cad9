package org.tandem.cases;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.tandem.platform.SignedIn;

/** Port: what a module adds to the case page and, under the same name, to the case in the API. */
public interface CaseSection extends Ordered {

    /** Name in the API and prefix of the template: {@code <module>/section :: section(model)}. */
    String name();

    /** Smaller stands higher; below 100 before the history. */
    int order();

    @Override
    default int getOrder() {
        return order();
    }

    /** What there is to show this reader of this case; null when there is nothing. */
    @Nullable
    Object of(CaseView view, SignedIn reader);
}
