package org.tandem.divergence;

import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;

/** Divergences for machines: one as a minute. Raising one is a start, the steps on the way are tasks like any other. */
@RestController
@RequiredArgsConstructor
class DivergenceApi {

    private final ReadDivergence read;
    private final CurrentPerson currentPerson;

    @GetMapping("/api/divergence/" + CaseId.PATH)
    DivergenceView one(@PathVariable String caseId) {
        return read.read(new CaseId(caseId), currentPerson.get());
    }
}
