package org.tandem.search;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tandem.platform.SignedIn;

/**
 * Port: what a module lets be found. The module puts and removes single documents through {@link SearchIndex} as things
 * change; all at once they are asked for only when there are none yet, or when what they rest on has changed.
 */
public interface SearchSource {

    List<SearchKind> kinds();

    /** What the documents rest on besides single things, such as names in reference data; when it changes, all are written anew. */
    String basis();

    void describeAll(Consumer<SearchDocument> to);

    /** Whether a document that {@link #describeAll} does not name any more goes away. */
    default boolean forgets() {
        return true;
    }

    /** For which audiences of its documents the reader counts; what is for nobody in particular is found by everybody. */
    default Set<String> audiencesOf(SignedIn reader) {
        return Set.of();
    }
}
