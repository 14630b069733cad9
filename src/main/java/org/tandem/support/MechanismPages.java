package org.tandem.support;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tandem.platform.CurrentPerson;

/** The joint mechanism of a framework, as a page (S-029). */
@Controller
class MechanismPages {

    private final ReadMechanism readMechanism;
    private final CurrentPerson currentPerson;

    MechanismPages(ReadMechanism readMechanism, CurrentPerson currentPerson) {
        this.readMechanism = readMechanism;
        this.currentPerson = currentPerson;
    }

    @GetMapping("/support/mechanism/{shortCode}")
    String show(@PathVariable String shortCode, Model model) {
        model.addAttribute("mechanism", readMechanism.of(shortCode, currentPerson.get()));
        return "support/mechanism";
    }
}
