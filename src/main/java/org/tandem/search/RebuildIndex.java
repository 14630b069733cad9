package org.tandem.search;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;

/** Writes everything that can be found anew from what it describes; searching goes on meanwhile. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class RebuildIndex {

    private final FillIndex fillIndex;
    private final JdbcClient jdbc;

    /** @return how many documents there are now */
    public int rebuild(SignedIn by) {
        if (!by.isAdministrator()) {
            throw Refused.forbidden("search.refused.administratorsOnly");
        }
        return fillIndex.fillAll();
    }

    public long documents() {
        return jdbc.sql("select count(*) from tandem.search_document")
                .query(Long.class)
                .single();
    }

    /** When a source was last written as a whole; what changes since is written as it changes. */
    public Optional<Instant> filledAt() {
        return jdbc.sql("select max(filled_at) from tandem.search_filled")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
