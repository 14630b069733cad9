package org.tandem.selection;

import jakarta.persistence.Entity;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.tandem.cases.CaseRow;

/** A country in selection as the register reads it. */
@Entity
@Immutable
@Subselect("select c.* from tandem.case_row c where c.kind = 'selection'")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class SelectionRow extends CaseRow {}
