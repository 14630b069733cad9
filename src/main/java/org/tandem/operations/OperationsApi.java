package org.tandem.operations;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.engine.FailureCause;
import org.tandem.platform.web.Translator;
import org.tandem.search.RebuildIndex;
import org.tandem.tasks.todo.Todo;

/** The same for machines that watch over it. */
@RestController
@RequiredArgsConstructor
class OperationsApi {

    private final OperationsReading reading;
    private final TryAgain tryAgain;
    private final GiveToCoordinators coordinators;
    private final RebuildIndex rebuildIndex;
    private final CurrentPerson currentPerson;
    private final Translator translator;

    /** @param cause why it failed again, in words; null when it succeeded */
    record Tried(String job, boolean succeeded, @Nullable String cause) {}

    record Giving(@Nullable String about, @Nullable String note) {}

    record Rebuilt(int documents) {}

    @GetMapping("/api/operations")
    Overview overview() {
        return reading.overview(currentPerson.get());
    }

    @PostMapping("/api/operations/jobs/{job}/try-again")
    Tried tryAgain(@PathVariable String job) {
        return tryAgain.tryAgain(job, currentPerson.get())
                .failedAgain()
                .map(cause -> new Tried(job, false, said(cause)))
                .orElseGet(() -> new Tried(job, true, null));
    }

    private String said(FailureCause cause) {
        return translator.say("operations.cause." + cause.kind().code());
    }

    @PostMapping("/api/operations/give")
    Todo give(@RequestBody Giving giving) {
        String about = giving.about() == null ? "" : giving.about();
        String note = giving.note() == null ? "" : giving.note();
        return coordinators.give(about, note, currentPerson.get());
    }

    @PostMapping("/api/operations/search")
    Rebuilt rebuildSearch() {
        return new Rebuilt(rebuildIndex.rebuild(currentPerson.get()));
    }
}
