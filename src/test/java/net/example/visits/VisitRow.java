package net.example.visits;

import jakarta.persistence.Entity;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.tandem.cases.CaseRow;

/** A joint visit as the register reads it. */
@Entity
@Immutable
@Subselect("select c.*, f.title from tandem.case_row c join tandem.case_file f on f.id = c.id")
class VisitRow extends CaseRow {

    String title;

    @SuppressWarnings("NullAway")
    protected VisitRow() {}
}
