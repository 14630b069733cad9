package org.tandem.selection;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseRow;

/** A country in selection as the register reads it. */
@Entity
@Immutable
@Subselect("""
        select c.*,
          (select string_agg(distinct w.holder, ',' order by w.holder) from tandem.task_waiting w where w.case_id = c.id)
            as waiting_on,
          case when c.state = 'SUSPENDED' then null else
            (select min(w.due_at) from tandem.task_waiting w where w.case_id = c.id) end as due_at
          from tandem.case_row c where c.kind = 'selection'""")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class SelectionRow extends CaseRow {

    private @Nullable String waitingOn;
    private @Nullable Instant dueAt;

    /** Persons by id and candidate groups. */
    Stream<String> waitingOn() {
        return waitingOn == null ? Stream.empty() : Stream.of(waitingOn.split(","));
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }
}
