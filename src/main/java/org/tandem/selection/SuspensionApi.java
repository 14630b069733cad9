package org.tandem.selection;

import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;

/** Lifting the pause of a country for machines; what else they begin are starts, and the list is a register. */
@RestController
@RequiredArgsConstructor
class SuspensionApi {

    private final SuspendCountry suspendCountry;
    private final CurrentPerson currentPerson;

    @DeleteMapping("/api/selection/" + CaseId.PATH + "/suspension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable String caseId) {
        suspendCountry.lift(new CaseId(caseId), currentPerson.get());
    }
}
