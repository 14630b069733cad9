package org.tandem.cases;

import java.time.Instant;
import org.tandem.platform.Message;

/** Something that happened to a case and was told to a group of people (S-038, S-039). */
public record Notice(
        long id, Instant at, CaseId caseId, String framework, String area, String country, Message words) {}
