package org.tandem.cases;

import org.tandem.platform.web.StageLine;

/** Port: draws the stage line of one kind of case (D16). */
public interface StageLineSource {

    String kind();

    StageLine of(CaseView view);
}
