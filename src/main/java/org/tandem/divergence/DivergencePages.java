package org.tandem.divergence;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;

/** A divergence as a minute to print. */
@Controller
@RequiredArgsConstructor
class DivergencePages {

    private final ReadDivergence read;
    private final CurrentPerson currentPerson;

    @GetMapping("/divergence/" + CaseId.PATH)
    String minute(@PathVariable String caseId, Model model) {
        model.addAttribute("minute", read.read(new CaseId(caseId), currentPerson.get()));
        return "divergence/minute";
    }
}
