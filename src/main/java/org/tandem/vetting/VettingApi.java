package org.tandem.vetting;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;

/** The vote for machines; giving it is {@code POST /api/vetting/<case>/vetCountry}. */
@RestController
class VettingApi {

    private final TakeBackVote takeBackVote;
    private final CurrentPerson currentPerson;

    VettingApi(TakeBackVote takeBackVote, CurrentPerson currentPerson) {
        this.takeBackVote = takeBackVote;
        this.currentPerson = currentPerson;
    }

    @DeleteMapping("/api/vetting/" + CaseId.PATH + "/vote")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String caseId) {
        takeBackVote.takeBack(new CaseId(caseId), currentPerson.get());
    }
}
