package org.tandem.calls;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tandem.funds.Call;
import org.tandem.funds.Fund;
import org.tandem.funds.Funds;
import org.tandem.platform.CurrentPerson;

/** The page of a call. */
@Controller
@RequiredArgsConstructor
class CallsPages {

    private final ReadCall read;
    private final Funds funds;
    private final CurrentPerson currentPerson;

    @GetMapping("/calls/{code}")
    String one(@PathVariable String code, Model model) {
        ReadCall.Seen seen = read.of(code, currentPerson.get());
        model.addAttribute("seen", seen);
        model.addAttribute("call", seen.call());
        model.addAttribute("tone", CallsRegister.tone(seen.state()));
        model.addAttribute(
                "fund",
                funds.find(seen.call().fund())
                        .map(Fund::shortName)
                        .orElse(seen.call().fund()));
        model.addAttribute("fields", Call.FIELDS);
        model.addAttribute("mayChange", ChangeCall.mayChange(currentPerson.get()));
        return "calls/call";
    }
}
