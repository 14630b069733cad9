package org.tandem.submission;

import jakarta.persistence.Entity;
import java.math.BigDecimal;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseRow;

/** A submission as the register reads it. */
@Entity
@Immutable
@Subselect("""
        select c.*, f.title, s.call, s.fund, s.requested,
               (select sum(g.amount) from tandem.submission_grant g where g.case_id = c.id) as approved
          from tandem.case_row c join tandem.case_cover f on f.id = c.id join tandem.submission s on s.case_id = c.id""")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@SuppressWarnings("NullAway.Init")
class SubmissionRow extends CaseRow {

    String title;
    String call;
    String fund;
    BigDecimal requested;

    @Nullable
    BigDecimal approved;
}
