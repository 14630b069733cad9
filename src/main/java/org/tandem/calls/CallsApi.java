package org.tandem.calls;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.funds.CallEvent;
import org.tandem.platform.CurrentPerson;

/** A call for machines. */
@RestController
@RequiredArgsConstructor
class CallsApi {

    private final ReadCall read;
    private final CurrentPerson currentPerson;

    /**
     * @param terms what is known, by field
     * @param edited fields a load of the file leaves alone
     * @param fileSays where the file says something else
     * @param version to be sent back when it is changed
     * @param closedFrom the first moment after its closing date, which a decision may have forestalled
     */
    record Whole(
            String id,
            String fund,
            String state,
            Map<String, String> terms,
            Set<String> edited,
            Map<String, String> fileSays,
            int version,
            @Nullable Instant closedFrom,
            @Nullable Long daysLeft,
            @Nullable BigDecimal requested,
            @Nullable BigDecimal approved,
            List<Applying> applicants,
            List<CallEvent> events) {}

    /** @param twice whether another one is for the same country */
    record Applying(
            String caseId,
            String country,
            String state,
            int blockers,
            @Nullable BigDecimal requested,
            @Nullable BigDecimal approved,
            boolean twice) {}

    @GetMapping("/api/calls/{code}")
    Whole one(@PathVariable String code) {
        ReadCall.Seen seen = read.of(code, currentPerson.get());
        return new Whole(
                seen.call().id(),
                seen.call().fund(),
                seen.state().name(),
                seen.call().terms(),
                seen.call().edited(),
                seen.call().differences(),
                seen.call().version(),
                seen.call().closesAt().orElse(null),
                seen.daysLeft(),
                seen.requested(),
                seen.approved(),
                seen.applicants().stream()
                        .map(one -> new Applying(
                                one.view().id(),
                                one.view().country(),
                                one.view().state(),
                                one.blockers(),
                                one.requested(),
                                one.approved(),
                                one.twice()))
                        .toList(),
                seen.events());
    }
}
