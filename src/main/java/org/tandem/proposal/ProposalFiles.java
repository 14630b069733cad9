package org.tandem.proposal;

import java.util.Locale;
import java.util.Map;
import org.tandem.cases.CaseView;

/** The files of a frozen version, such as document and budget: each made once, the same bytes ever after. */
public interface ProposalFiles {

    /** By their names. */
    Map<String, byte[]> of(CaseView view, FrozenVersion version, Locale locale);
}
