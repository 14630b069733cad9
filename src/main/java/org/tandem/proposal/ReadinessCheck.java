package org.tandem.proposal;

import java.util.List;

/** One part's answer to the question what is missing, asked live on the page and again at clearance. */
public interface ReadinessCheck {

    /** Reads what is stored now; finds nothing when nothing is missing. */
    List<Finding> findings(Proposal proposal);
}
