package org.tandem.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.tandem.platform.SignedIn;

/** Port: what a module adds to the case page and, under the same name, to the case in the API. */
public interface CaseSection extends Ordered {

    /**
     * Name in the API and prefix of the template: {@code <module>/section :: section(view, model)} shows it, {@code
     * actions(view, model)} what the reader can do about the case.
     */
    String name();

    /** Smaller stands higher; below 50 it has to be read to decide, from there on it stands beside that. */
    int order();

    @Override
    default int getOrder() {
        return order();
    }

    /** What there is to show this reader of this case; null when there is nothing. */
    @Nullable
    Object of(CaseView view, SignedIn reader);

    /** What there is to show, where the gist of it can be said in a few lines beside many others. */
    interface InShort {

        List<String> inShort();
    }
}
