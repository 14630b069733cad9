package org.tandem.vetting;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.web.Flash;

/** What a director does with a vote already given. Voting itself is a task like any other. */
@Controller
@RequiredArgsConstructor
class VettingPages {

    private final TakeBackVote takeBackVote;
    private final CurrentPerson currentPerson;

    @PostMapping("/vetting/" + CaseId.PATH + "/vote/take-back")
    String takeBack(@PathVariable String caseId, RedirectAttributes redirect) {
        takeBackVote.takeBack(new CaseId(caseId), currentPerson.get());
        Flash.ofCase(redirect, caseId, "vetting.flash.takenBack");
        return "redirect:/vetting/" + caseId + "/" + VettingProcess.VET_COUNTRY;
    }
}
