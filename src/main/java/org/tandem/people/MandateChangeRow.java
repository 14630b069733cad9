package org.tandem.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.jspecify.annotations.Nullable;

/** One mandate given or taken, as the list of such changes reads it. */
@Entity
@Immutable
@Subselect("""
        select c.id, c.at, cast(c.person_id as text) as person_id, p.display_name as person, b.display_name as by_name,
               c.what, c.subject as mandate, split_part(c.subject, ':', 2) as agency, c.reason
          from tandem.person_change c join tandem.person p on p.id = c.person_id
          left join tandem.person b on b.id = c.by_person
         where c.what in ('MANDATE_GRANTED', 'MANDATE_ENDED')""")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class MandateChangeRow {

    @Id
    Long id;

    Instant at;

    @Column(name = "person_id")
    String personId;

    String person;

    @Nullable
    @Column(name = "by_name")
    String byName;

    /** MANDATE_GRANTED or MANDATE_ENDED. */
    String what;

    String mandate;
    String agency;

    @Nullable
    String reason;
}
