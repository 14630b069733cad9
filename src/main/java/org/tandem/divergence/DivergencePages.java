package org.tandem.divergence;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseSections;
import org.tandem.cases.Cases;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.SignedIn;

/** A divergence as a minute to print, with what it came up on. */
@Controller
@RequiredArgsConstructor
class DivergencePages {

    private final ReadDivergence read;
    private final Cases cases;
    private final CaseSections sections;
    private final CurrentPerson currentPerson;

    @GetMapping("/divergence/" + CaseId.PATH)
    String minute(@PathVariable String caseId, Model model) {
        SignedIn who = currentPerson.get();
        CaseId id = new CaseId(caseId);
        model.addAttribute("minute", read.read(id, who));
        model.addAttribute("toRead", sections.toRead(cases.readable(id, who), who));
        return "divergence/minute";
    }
}
