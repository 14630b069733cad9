package org.tandem.proposal;

import java.util.Locale;
import org.tandem.cases.CaseView;
import org.tandem.platform.web.Download;

/** Port: a kind of file that is made of what a proposal says; of a frozen version it is made once in each language. */
public interface ProposalFile {

    /** Name of the file without its ending, and under which it is kept. */
    String kind();

    Download.Type type();

    byte[] write(CaseView view, FrozenVersion version, Locale locale);
}
