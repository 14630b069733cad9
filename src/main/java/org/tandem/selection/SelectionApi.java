package org.tandem.selection;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;

/** Selection for machines: the same use cases and rights as the pages. */
@RestController
class SelectionApi {

    private final NominateCountry nominateCountry;
    private final SuspendCountry suspendCountry;
    private final CurrentPerson currentPerson;

    SelectionApi(NominateCountry nominateCountry, SuspendCountry suspendCountry, CurrentPerson currentPerson) {
        this.nominateCountry = nominateCountry;
        this.suspendCountry = suspendCountry;
        this.currentPerson = currentPerson;
    }

    /** @param gains expected efficiency gain per area code, from the area's own list */
    record NewNomination(
            String framework,
            String country,
            List<String> areas,
            String entryPoint,
            @Nullable String existingCapacity,
            @Nullable String replicable,
            String reasons,
            @Nullable Map<String, String> gains,
            @Nullable List<String> collaborations,
            @Nullable String noCollaboration,
            @Nullable String absenceExplanation) {}

    record Opened(List<String> cases) {}

    @PostMapping("/api/selection/nominations")
    @ResponseStatus(HttpStatus.CREATED)
    Opened nominate(@RequestBody NewNomination nomination) {
        NominationInput input = new NominationInput(
                nomination.framework(),
                nomination.country(),
                nomination.areas(),
                nomination.entryPoint(),
                nomination.existingCapacity(),
                nomination.replicable(),
                nomination.reasons(),
                nomination.gains() == null ? Map.of() : nomination.gains(),
                nomination.collaborations(),
                nomination.noCollaboration(),
                nomination.absenceExplanation());
        List<CaseId> opened = nominateCountry.nominate(input.checked(null), currentPerson.get());
        return new Opened(opened.stream().map(CaseId::value).toList());
    }

    @DeleteMapping("/api/selection/" + CaseId.PATH + "/suspension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void liftSuspension(@PathVariable String caseId) {
        suspendCountry.lift(new CaseId(caseId), currentPerson.get());
    }
}
