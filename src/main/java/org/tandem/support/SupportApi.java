package org.tandem.support;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.platform.CurrentPerson;

/** Support for machines: the same use cases and rights as the pages; the register stands by itself. */
@RestController
class SupportApi {

    private final AskForSupport askForSupport;
    private final ReadMechanism readMechanism;
    private final CurrentPerson currentPerson;

    SupportApi(AskForSupport askForSupport, ReadMechanism readMechanism, CurrentPerson currentPerson) {
        this.askForSupport = askForSupport;
        this.readMechanism = readMechanism;
        this.currentPerson = currentPerson;
    }

    /** @param wantedBy until when an answer would help, as 2026-11-30; may be left out */
    record NewRequest(
            @Nullable String framework,
            @Nullable String country,
            @Nullable String area,
            @Nullable String topic,
            @Nullable String question,
            @Nullable String wantedBy) {}

    record Opened(String id) {}

    @PostMapping("/api/support")
    @ResponseStatus(HttpStatus.CREATED)
    Opened ask(@RequestBody NewRequest request) {
        SupportInput input = new SupportInput(
                request.framework(),
                request.area(),
                request.country(),
                request.topic(),
                request.question(),
                request.wantedBy());
        return new Opened(askForSupport.ask(input, currentPerson.get()).value());
    }

    @GetMapping("/api/support/mechanism/{shortCode}")
    Mechanism mechanism(@PathVariable String shortCode) {
        return readMechanism.of(shortCode, currentPerson.get());
    }
}
