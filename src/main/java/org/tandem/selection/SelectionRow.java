package org.tandem.selection;

import jakarta.persistence.Entity;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.tandem.cases.CaseRow;

/** A country in selection as the register reads it. */
@Entity
@Immutable
@Subselect("select c.* from tandem.case_row c where c.kind = 'selection'")
class SelectionRow extends CaseRow {

    protected SelectionRow() {}

    /** While this case is as it is, the country cannot be nominated again for this area. */
    boolean keepsFromRenewal() {
        return state().equals("SUSPENDED") || !SelectionState.valueOf(state()).allowsRenewal();
    }
}
