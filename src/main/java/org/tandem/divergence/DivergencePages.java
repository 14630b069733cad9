package org.tandem.divergence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.frameworks.JointMechanisms;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.FieldMessage;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.Translator;

/** A divergence as a minute to print. */
@Controller
class DivergencePages {

    private final ReadDivergence read;
    private final CurrentPerson currentPerson;

    DivergencePages(ReadDivergence read, CurrentPerson currentPerson) {
        this.read = read;
        this.currentPerson = currentPerson;
    }

    @GetMapping("/divergence/" + CaseId.PATH)
    String minute(@PathVariable String caseId, Model model) {
        model.addAttribute("minute", read.read(new CaseId(caseId), currentPerson.get()));
        return "divergence/minute";
    }

}
