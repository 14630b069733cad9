package org.tandem.divergence;

import jakarta.persistence.Entity;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseRow;

/** A divergence as the register reads it. */
@Entity
@Immutable
@Subselect("""
        select c.*, d.matter_id as matter, d.subject, d.summary, d.level, d.outcome, d.settled_text,
               case when d.outcome is null then 0 else 1 end as settled
          from tandem.case_row c join tandem.divergence d on d.case_id = c.id""")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class DivergenceRow extends CaseRow {

    String matter;
    String subject;
    String summary;
    String level;

    @Nullable
    String outcome;

    @Nullable
    String settledText;

    /** 0 while it is open, 1 from then on: what is open stands first. */
    int settled;
}
