package org.tandem.vetting;

import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.web.Problems;
import org.tandem.platform.web.Translator;

/** The vote for machines; giving a single one is {@code POST /api/vetting/<case>/vetCountry}. */
@RestController
@RequiredArgsConstructor
class VettingApi {

    private final TakeBackVote takeBackVote;
    private final CompareCountries compareCountries;
    private final DecideCountries decideCountries;
    private final CurrentPerson currentPerson;
    private final Translator translator;

    /** @param reason conditions of an approval, reason for declining, or the question that goes with a return */
    record Decision(
            @Nullable String caseId,
            @Nullable String task,
            @Nullable Vote decision,
            @Nullable String reason) {}

    /** @param status what a request for this decision alone would have been answered with */
    record Result(String caseId, int status, String code, String detail) {}

    @DeleteMapping("/api/vetting/" + CaseId.PATH + "/vote")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String caseId) {
        takeBackVote.takeBack(new CaseId(caseId), currentPerson.get());
    }

    @GetMapping("/api/vetting/compare")
    Comparison compare(@RequestParam(defaultValue = "") List<String> cases) {
        return compareCountries.compare(
                currentPerson.get(),
                cases.stream().filter(id -> !id.isBlank()).map(CaseId::new).toList());
    }

    /** Each decision stands or falls by itself: 200 says that all were looked at, not that all were recorded. */
    @PostMapping("/api/vetting/decisions")
    List<Result> decide(@RequestBody List<@Nullable Decision> decisions) {
        if (decisions.isEmpty()) {
            throw VettingRefused.none();
        }
        return decideCountries.decide(decisions.stream().map(VettingApi::read).toList(), currentPerson.get()).stream()
                .map(this::result)
                .toList();
    }

    private static CountryDecision read(@Nullable Decision sent) {
        return sent == null
                ? new CountryDecision("", null, null, null)
                : new CountryDecision(
                        sent.caseId() == null ? "" : sent.caseId(), sent.task(), sent.decision(), sent.reason());
    }

    private Result result(DecisionResult result) {
        return new Result(
                result.decision().caseId(),
                status(result).value(),
                result.code(),
                result.sentences().stream().map(translator::say).collect(Collectors.joining(" ")));
    }

    private static HttpStatus status(DecisionResult result) {
        if (result.refusal() == null) {
            return result.isRecorded() ? HttpStatus.OK : HttpStatus.INTERNAL_SERVER_ERROR;
        }
        return Problems.statusOf(result.refusal().kind());
    }
}
