package org.tandem.tasks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseId;

/**
 * A task as the inbox knows it.
 *
 * @param id the engine's id; an address, never a secret
 * @param party the agency the task is asked of, null when it is asked of all
 * @param remindAt from when on it counts as due soon
 * @param title code of what it is called where not by its step, as in {@code task.<title>}
 * @param abandonedSince since when nobody is left who may do it
 * @param offers candidate groups {@code role:agency:scope} it is offered to; empty once ended
 */
public record OpenTask(
        String id,
        String caseId,
        String module,
        String key,
        String formKey,
        @Nullable String deploymentId,
        String framework,
        String area,
        String country,
        @Nullable String party,
        State state,
        int priority,
        @Nullable UUID assignee,
        @Nullable Instant claimedAt,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable Instant remindAt,
        @Nullable Instant remindedAt,
        @Nullable Instant overdueAt,
        @Nullable Instant endedAt,
        @Nullable UUID endedBy,
        int version,
        @Nullable String title,
        @Nullable Instant abandonedSince,
        List<String> offers) {

    /** Where a task is (S-034); OFFERED and CLAIMED are both OPEN, told apart by the assignee. */
    public enum State {
        OPEN,
        DONE,
        CANCELLED
    }

    public CaseId caseOf() {
        return new CaseId(caseId);
    }

    /** Code of what the task is called. */
    public String name() {
        return title == null ? key : title;
    }

    /** Page address; the API twin is the same below {@code /api}. */
    public String path() {
        return "/" + module + "/" + caseId + "/" + key;
    }

    /** S-038: ON_TIME, DUE_SOON or OVERDUE at this moment. */
    public String timeliness(Instant now) {
        if (dueAt != null && now.isAfter(dueAt)) {
            return "OVERDUE";
        }
        return remindAt != null && !now.isBefore(remindAt) ? "DUE_SOON" : "ON_TIME";
    }
}
