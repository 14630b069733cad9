package org.tandem.cases;

import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;

/** Why something cannot be done with a case. */
public final class CaseRefused {

    private CaseRefused() {}

    /** No such case, or none for this reader to know about (D20). */
    public static class Unknown extends Refused {
        private static final long serialVersionUID = 1L;

        public Unknown(String id) {
            super(Kind.NOT_FOUND, null, "cases.refused.unknown", id.length() > 60 ? id.substring(0, 60) + "…" : id);
        }
    }

    /** A divergence on this case has to be settled first. */
    public static class Waiting extends Refused {
        private static final long serialVersionUID = 1L;

        public Waiting(CaseView view) {
            super(Kind.CONFLICT, null, "cases.refused.waiting", view.id());
        }
    }

    /** One side has paused the country. */
    public static class Suspended extends Refused {
        private static final long serialVersionUID = 1L;

        public Suspended(CaseView view) {
            super(
                    Kind.CONFLICT,
                    null,
                    "cases.refused.suspended",
                    view.id(),
                    MessageArgument.agency(view.suspendedBy()));
        }
    }
}
