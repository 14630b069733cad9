package org.tandem.cases;

import java.util.List;

/**
 * Port: further words by which a kind of case is found, beside its subject and state. Only what everybody who may read the
 * case may read at any time: no positions, votes, reasons, drafts, comments.
 */
public interface CaseText {

    String kind();

    List<String> of(CaseView view);
}
