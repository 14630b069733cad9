package org.tandem.submission;

import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseRow;
import org.tandem.funds.Call;

/** A submission as the register reads it. */
@Entity
@Immutable
@Subselect("""
        select c.*, f.title, s.call, s.fund, s.requested, k.closes, k.zone, k.ended,
               (select sum(g.amount) from tandem.submission_grant g where g.case_id = c.id) as approved
          from tandem.case_row c join tandem.case_cover f on f.id = c.id join tandem.submission s on s.case_id = c.id
          left join tandem.call_cover k on k.id = s.call""")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@SuppressWarnings("NullAway.Init")
class SubmissionRow extends CaseRow {

    String title;
    String call;
    String fund;
    BigDecimal requested;

    @Nullable
    BigDecimal approved;

    @Nullable
    String closes;

    @Nullable
    String zone;

    /** CLOSED or CANCELLED by hand. */
    @Nullable
    String ended;

    /** Whole days until the call closes; null when it is closed or nobody knows. */
    @Nullable
    Long daysLeft(Instant now) {
        return ended != null
                ? null
                : Call.closesAt(closes, zone)
                        .filter(now::isBefore)
                        .map(end -> ChronoUnit.DAYS.between(now, end))
                        .orElse(null);
    }
}
