package org.tandem.divergence;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;

/** Divergences for machines: one as a minute, and raising one. The steps on the way are tasks like any other. */
@RestController
class DivergenceApi {

    private final ReadDivergence read;
    private final RaiseDivergence raise;
    private final CurrentPerson currentPerson;

    DivergenceApi(ReadDivergence read, RaiseDivergence raise, CurrentPerson currentPerson) {
        this.read = read;
        this.raise = raise;
        this.currentPerson = currentPerson;
    }

    /** @param matter id of the case it is about */
    record NewDivergence(
            @Nullable String matter,
            @Nullable String subject,
            @Nullable String summary,
            @Nullable String level,
            @Nullable Boolean blocking) {}

    record Raised(String id, String matter) {}

    @GetMapping("/api/divergence/" + CaseId.PATH)
    DivergenceView one(@PathVariable String caseId) {
        return read.read(new CaseId(caseId), currentPerson.get());
    }

    @PostMapping("/api/divergence")
    ResponseEntity<Raised> raise(@RequestBody NewDivergence wanted) {
        if (wanted.matter() == null || wanted.matter().isBlank()) {
            throw DivergenceRefused.matterMissing();
        }
        CaseId matter = new CaseId(wanted.matter());
        CaseId id = raise.raise(
                matter,
                new WantedDivergence(
                        wanted.subject(),
                        wanted.summary(),
                        wanted.level(),
                        wanted.blocking() == null || wanted.blocking()),
                currentPerson.get());
        return ResponseEntity.created(URI.create("/api/divergence/" + id)).body(new Raised(id.value(), matter.value()));
    }
}
