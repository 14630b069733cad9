package org.tandem.selection;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.web.Flash;

/** The button that lifts the pause of a country. */
@Controller
@RequiredArgsConstructor
class SuspensionPages {

    private final SuspendCountry suspendCountry;
    private final CurrentPerson currentPerson;

    @PostMapping("/selection/" + CaseId.PATH + "/suspension/lift")
    String lift(@PathVariable String caseId, RedirectAttributes redirect) {
        List<String> left = suspendCountry.lift(new CaseId(caseId), currentPerson.get());
        if (left.isEmpty()) {
            Flash.ofCase(redirect, caseId, "selection.flash.lift");
        } else {
            Flash.ofCase(redirect, caseId, "selection.flash.liftOne", MessageArgument.agency(String.join(", ", left)));
        }
        return "redirect:/cases/" + caseId;
    }
}
