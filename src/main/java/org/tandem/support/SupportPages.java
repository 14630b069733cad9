package org.tandem.support;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.tandem.platform.CurrentPerson;

/** The joint mechanism of a framework, as a page (S-029) and for machines. */
@Controller
@RequiredArgsConstructor
class SupportPages {

    private final ReadMechanism readMechanism;
    private final CurrentPerson currentPerson;

    @GetMapping("/support/mechanism/{shortCode}")
    String show(@PathVariable String shortCode, Model model) {
        model.addAttribute("mechanism", mechanism(shortCode));
        return "support/mechanism";
    }

    @GetMapping("/api/support/mechanism/{shortCode}")
    @ResponseBody
    Mechanism mechanism(@PathVariable String shortCode) {
        return readMechanism.of(shortCode, currentPerson.get());
    }
}
