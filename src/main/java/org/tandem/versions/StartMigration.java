package org.tandem.versions;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.tandem.models.difference.Difference;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.platform.UuidV7;
import org.tandem.platform.database.LongWork;
import org.tandem.versions.MigratingCases.Waiting;

/** Sends all running cases of a version on their way to the newest one; the work is done in the background. */
@UseCase
@RequiredArgsConstructor
class StartMigration {

    private final Versions versions;
    private final Planning planning;
    private final RestingCases resting;
    private final Migrations migrations;
    private final MigratingCases cases;
    private final RuntimeService runtime;
    private final LongWork longWork;
    private final UuidV7 ids;

    /** @param isNew false when somebody else had started it already; then it is theirs */
    record Started(Migration migration, boolean isNew) {}

    /**
     * @param chosen new step by old step; {@link StepMove#STAY} for cases that are to stay in their version
     * @throws Refused naming the step that is gone and has no target, or why the engine refuses the plan
     */
    Started start(String process, int fromVersion, Map<String, String> chosen, SignedIn by) {
        Administrators.require(by);
        Version from = versions.of(process, fromVersion);
        Version to = versions.newerThan(from);
        var open = migrations.openFrom(from.definition());
        if (open.isPresent()) {
            return new Started(open.get(), false);
        }
        UUID id = ids.next();
        if (!migrations.add(id, from, to, decided(from, to, chosen), by.personId())) {
            return new Started(migrations.openFrom(from.definition()).orElseThrow(), false);
        }
        longWork.begin();
        List<Waiting> running = running(from);
        if (running.isEmpty()) {
            throw Refused.conflict("models.refused.nothingRuns", from.label());
        }
        cases.add(id, running);
        return new Started(migrations.find(id).orElseThrow(), true);
    }

    private Map<String, String> decided(Version from, Version to, Map<String, String> chosen) {
        Difference difference = planning.difference(from, to);
        List<StepMove> moves = new StepMoves(difference, resting.waiting(from), chosen).all();
        StepMoves.requireDecided(moves, chosen);
        try {
            planning.plan(from, to, chosen);
        } catch (MigrationPlanValidationException refused) {
            throw Refused.conflict(
                    "models.refused.plan",
                    new PlainReasons(difference).of(refused).get(0));
        }
        Map<String, String> steps = new TreeMap<>();
        moves.stream()
                .filter(StepMove::isChoice)
                .forEach(move -> steps.put(move.before(), move.after() == null ? StepMove.STAY : move.after()));
        return steps;
    }

    private List<Waiting> running(Version from) {
        return runtime.createProcessInstanceQuery().processDefinitionId(from.definition()).list().stream()
                .map(instance -> new Waiting(instance.getId(), instance.getBusinessKey(), 0))
                .toList();
    }
}
