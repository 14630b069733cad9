package org.tandem.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file kept with a case. @param actingAs candidate group for which it was added; null for what is older than this */
public record Attachment(
        UUID id,
        String kind,
        String fileName,
        int sizeBytes,
        String sha256,
        UUID addedBy,
        @Nullable String actingAs,
        Instant addedAt) {}
