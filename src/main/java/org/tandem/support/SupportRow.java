package org.tandem.support;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseRow;

/** A support request as the register reads it. */
@Entity
@Immutable
@Subselect("""
        select c.*, r.topic, r.question, r.asked_at, r.wanted_by, r.agency,
               case when r.state = 'DONE' then coalesce(r.rating, 'WAITING') end as rating
          from tandem.case_row c join tandem.support_request r on r.case_id = c.id""")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class SupportRow extends CaseRow {

    String topic;
    String question;
    Instant askedAt;

    @Nullable
    LocalDate wantedBy;

    @Nullable
    String agency;

    /** WAITING once it is answered, and neither rated nor closed yet. */
    @Nullable
    String rating;
}
