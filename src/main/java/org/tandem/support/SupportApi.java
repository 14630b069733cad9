package org.tandem.support;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.platform.CurrentPerson;

/** The joint mechanism for machines; asking it is a start, and its requests are a register. */
@RestController
class SupportApi {

    private final ReadMechanism readMechanism;
    private final CurrentPerson currentPerson;

    SupportApi(ReadMechanism readMechanism, CurrentPerson currentPerson) {
        this.readMechanism = readMechanism;
        this.currentPerson = currentPerson;
    }

    @GetMapping("/api/support/mechanism/{shortCode}")
    Mechanism mechanism(@PathVariable String shortCode) {
        return readMechanism.of(shortCode, currentPerson.get());
    }
}
