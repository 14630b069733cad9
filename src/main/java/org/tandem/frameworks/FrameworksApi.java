package org.tandem.frameworks;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.reference.Paged;

/** Frameworks and their registers for machines. */
@RestController
@RequestMapping("/api")
@RequiredArgsConstructor
class FrameworksApi {

    private final Frameworks frameworks;
    private final Registers registers;
    private final SetCeiling setCeiling;
    private final RecordAssessment recordAssessment;
    private final CurrentPerson person;

    record FrameworkSummary(
            String shortCode,
            String code,
            String title,
            List<String> parties,
            boolean nominatesCountries,
            int areas,
            int actions,
            int indicators,
            int version) {}

    record FrameworkAnswer(
            Framework framework, boolean nominatesCountries, Ceiling ceiling, List<OpenPoint> openPoints) {}

    record AssessmentAnswer(Assessment assessment, List<AssessmentChange> changes) {}

    /** @param ceiling none for "no ceiling" */
    record CeilingRequest(
            @Nullable Integer ceiling, @Nullable Integer version) {}

    /** What is left out stays as it is. */
    record AssessmentRequest(
            @Nullable String state,
            @Nullable String findings,
            @Nullable Integer version) {}

    @GetMapping("/frameworks")
    Paged<FrameworkSummary> frameworks(
            @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "50") int size) {
        return Paged.of(frameworks.all(), page, size).map(FrameworksApi::summary);
    }

    @GetMapping("/frameworks/{shortCode}")
    FrameworkAnswer framework(@PathVariable String shortCode) {
        Framework framework = frameworks
                .byShortCode(shortCode)
                .orElseThrow(() -> Refused.notFound("frameworks.refused.noFramework", shortCode));
        return new FrameworkAnswer(
                framework,
                framework.nominatesCountries(),
                frameworks.ceilingWithHistory(shortCode),
                frameworks.openPoints(shortCode));
    }

    @PutMapping("/frameworks/{shortCode}/ceiling")
    Ceiling ceiling(@PathVariable String shortCode, @RequestBody CeilingRequest request) {
        setCeiling.set(shortCode, request.ceiling(), seen(request.version()), person.get());
        return frameworks.ceilingWithHistory(shortCode);
    }

    @GetMapping("/collaborations")
    Paged<Collaboration> collaborations(
            RegisterFilter filter,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        return Paged.of(registers.collaborations(filter), page, size);
    }

    @GetMapping("/assessments")
    Paged<Assessment> assessments(
            RegisterFilter filter,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        return Paged.of(registers.assessments(filter), page, size);
    }

    @GetMapping("/assessments/{code}")
    AssessmentAnswer assessment(@PathVariable String code) {
        return frameworks
                .assessment(code)
                .map(assessment -> new AssessmentAnswer(assessment, frameworks.changes(code)))
                .orElseThrow(() -> Refused.notFound("frameworks.refused.noAssessment", code));
    }

    @PatchMapping("/assessments/{code}")
    AssessmentAnswer record(@PathVariable String code, @RequestBody AssessmentRequest request) {
        Assessment now = assessment(code).assessment();
        recordAssessment.record(
                code,
                request.state() == null ? now.state() : RecordAssessment.state(request.state()),
                request.findings() == null ? now.findings() : request.findings(),
                seen(request.version()),
                person.get());
        return assessment(code);
    }

    private static int seen(@Nullable Integer version) {
        if (version == null) {
            throw Refused.invalid("version", "frameworks.refused.versionMissing");
        }
        return version;
    }

    private static FrameworkSummary summary(Framework framework) {
        return new FrameworkSummary(
                framework.shortCode(),
                framework.code(),
                framework.title(),
                framework.parties(),
                framework.nominatesCountries(),
                framework.currentAreas().size(),
                framework.actionCount(),
                framework.indicatorCount(),
                framework.version());
    }
}
