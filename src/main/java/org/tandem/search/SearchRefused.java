package org.tandem.search;

import org.tandem.platform.Refused;

/** Why nothing is looked for. */
final class SearchRefused {

    private SearchRefused() {}

    static Refused tooLong(int length, int most) {
        return Refused.invalid("q", "search.refused.tooLong", length, most);
    }

    static Refused unknownKind() {
        return Refused.invalid("kind", "search.refused.unknownKind");
    }
}
