package org.tandem.people;

import org.tandem.platform.Refused;

/** Somebody else saved this person after the page was opened. */
class PersonChanged extends Refused {

    private static final long serialVersionUID = 1L;

    PersonChanged(String displayName) {
        super(Kind.CONFLICT, null, "people.refused.changedMeanwhile", displayName);
    }
}
