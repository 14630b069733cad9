package org.tandem.programme;

import jakarta.persistence.Entity;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseRow;

/** A joint programme as the register reads it. */
@Entity
@Immutable
@Subselect("""
        select c.*, f.title, p.convening, p.fund, p.changed_at
          from tandem.case_row c join tandem.case_cover f on f.id = c.id join tandem.proposal_row p on p.case_id = c.id""")
class ProgrammeRow extends CaseRow {

    String title;
    String convening;

    @Nullable
    String fund;

    Instant changedAt;

    @SuppressWarnings("NullAway")
    protected ProgrammeRow() {}
}
