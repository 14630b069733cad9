package org.tandem.versions;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.web.Translator;

/** Versions for machines; administrators. */
@RestController
@RequiredArgsConstructor
class ModelsApi {

    private final ReadVersions readVersions;
    private final CompareVersions compareVersions;
    private final TryMigration tryMigration;
    private final StartMigration startMigration;
    private final ReadMigration readMigration;
    private final CurrentPerson currentPerson;
    private final Translator translator;

    /** @param steps new step by old step; "-" when cases there are to stay in their version */
    record Wish(@Nullable Map<String, String> steps) {

        Map<String, String> chosen() {
            return steps == null ? Map.of() : steps;
        }
    }

    /** @param objections why the engine refuses the plan as a whole */
    record TrialReport(
            boolean good,
            List<String> objections,
            int tried,
            int moved,
            List<MigrationsApi.Left> left,
            int difference,
            long seconds) {}

    @GetMapping("/api/models")
    List<ReadVersions.Flow> flows() {
        return readVersions.all(currentPerson.get());
    }

    @GetMapping("/api/models/{process}")
    ReadVersions.Flow flow(@PathVariable String process) {
        return readVersions.of(process, currentPerson.get());
    }

    /** @param after {@code affected.next} of the answer before, for more of the cases */
    @GetMapping("/api/models/{process}/{version}")
    Comparison compare(
            @PathVariable String process,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request) {
        return compareVersions.compare(
                process, version, ChosenSteps.of(request.getParameterMap()), after, currentPerson.get());
    }

    /** Moves a few cases and undoes it. */
    @PostMapping("/api/models/{process}/{version}/trial")
    TrialReport trial(@PathVariable String process, @PathVariable int version, @RequestBody Wish wish) {
        TryMigration.Trial trial = tryMigration.attempt(process, version, wish.chosen(), currentPerson.get());
        return new TrialReport(
                trial.isGood(),
                trial.objections().stream().map(translator::say).toList(),
                trial.tried(),
                trial.moved(),
                trial.left().stream()
                        .map(left -> MigrationsApi.said(left, translator))
                        .toList(),
                trial.difference(),
                trial.seconds());
    }

    /** 201 with a new move; 200 with the one somebody else has started already. */
    @PostMapping("/api/models/{process}/{version}/migrations")
    ResponseEntity<MigrationsApi.Report> start(
            @PathVariable String process, @PathVariable int version, @RequestBody Wish wish) {
        StartMigration.Started started = startMigration.start(process, version, wish.chosen(), currentPerson.get());
        return ResponseEntity.status(started.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(MigrationsApi.report(
                        readMigration.read(started.migration().id(), 0, currentPerson.get()), translator));
    }
}
