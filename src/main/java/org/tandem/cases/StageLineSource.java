package org.tandem.cases;

import java.util.Optional;
import org.tandem.platform.web.StageLine;

/** Port: draws the stage line of a case from its type and from what is open (D16). */
public interface StageLineSource {

    /** Empty when its type declares no steps. */
    Optional<StageLine> of(CaseView view);
}
