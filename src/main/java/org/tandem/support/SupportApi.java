package org.tandem.support;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.SignedIn;

/** Support for machines: the same use cases and rights as the pages. */
@RestController
class SupportApi {

    private final AskForSupport askForSupport;
    private final SupportList list;
    private final ReadMechanism readMechanism;
    private final CurrentPerson currentPerson;

    SupportApi(
            AskForSupport askForSupport, SupportList list, ReadMechanism readMechanism, CurrentPerson currentPerson) {
        this.askForSupport = askForSupport;
        this.list = list;
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

    /** @param figures count all requests that match, on whatever page */
    record Register(SupportList.Figures figures, List<SupportList.Row> requests, int page, int pages) {}

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

    @GetMapping("/api/support")
    Register requests(
            @RequestParam(required = false) @Nullable String framework,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String useful,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable Integer page) {
        SignedIn who = currentPerson.get();
        WantedSupport wanted = new WantedSupport(framework, topic, country, area, state, useful, sort, page);
        SupportList.Figures figures = list.figures(who, wanted.filter());
        return new Register(
                figures,
                list.rows(who, wanted.filter(), wanted.order(), wanted.from(), SupportList.PAGE),
                wanted.number(),
                Math.max(1, (figures.total() + SupportList.PAGE - 1) / SupportList.PAGE));
    }

    @GetMapping("/api/support/mechanism/{shortCode}")
    Mechanism mechanism(@PathVariable String shortCode) {
        return readMechanism.of(shortCode, currentPerson.get());
    }
}
