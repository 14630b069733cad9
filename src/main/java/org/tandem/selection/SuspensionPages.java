package org.tandem.selection;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.web.Flash;

/** The button that lifts the pause of a country. */
@Controller
@RequiredArgsConstructor
class SuspensionPages {

    private final SuspendCountry suspendCountry;
    private final CurrentPerson currentPerson;

    @PostMapping("/selection/" + CaseId.PATH + "/suspension/lift")
    String lift(@PathVariable String caseId, RedirectAttributes redirect) {
        suspendCountry.lift(new CaseId(caseId), currentPerson.get());
        Flash.done(redirect, "selection.flash.lift");
        return "redirect:/cases/" + caseId;
    }
}
