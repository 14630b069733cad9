package org.tandem.support;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.platform.Message;
import org.tandem.platform.UseCase;

/** Nobody said in time whether the answer helped: the request closes without a rating and counts in no figure. */
@UseCase
@RequiredArgsConstructor
class CloseUnrated {

    private final SupportRequests requests;
    private final CaseHistory history;
    private final Clock clock;

    void close(CaseId id) {
        SupportRequest request = requests.of(id);
        request.rate(Rating.UNRATED, null, clock.instant());
        requests.saveAndFlush(request);
        history.add(id, CaseEntry.Kind.STEP, null, null, Message.of("support.history.closedUnrated"), null);
    }
}
