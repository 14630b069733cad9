package org.tandem.cases;

import java.time.Instant;
import java.util.UUID;

/** A letter kept with a case. */
public record Letter(UUID id, String fileName, int sizeBytes, String sha256, UUID addedBy, Instant addedAt) {}
