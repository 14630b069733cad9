package org.tandem.versions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationInstructionBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.springframework.stereotype.Component;
import org.tandem.models.difference.Difference;

/** Writes the engine's plan: equal elements to themselves, renamed ones to their new id, and steps that are gone as chosen. */
@Component
@RequiredArgsConstructor
class Planning {

    private final RuntimeService runtime;
    private final VersionFiles files;

    Difference difference(Version from, Version to) {
        return Difference.between(files.model(from), files.model(to));
    }

    /**
     * @param chosen new step by old step
     * @throws org.camunda.bpm.engine.migration.MigrationPlanValidationException when the engine refuses it
     */
    Plan plan(Version from, Version to, Map<String, String> chosen) {
        Difference difference = difference(from, to);
        List<StepMove> moves = new StepMoves(difference, Map.of(), chosen).all();
        Map<String, String> ways = equal(from, to);
        new RenamedElements(difference, moves).addTo(ways);
        MigrationPlanBuilder builder = runtime.createMigrationPlan(from.definition(), to.definition());
        ways.forEach((before, after) -> {
            MigrationInstructionBuilder instruction = builder.mapActivities(before, after);
            if (Triggers.isChanged(difference, before, after)) {
                instruction.updateEventTrigger();
            }
        });
        return new Plan(
                from,
                to,
                builder.build(),
                moves.stream()
                        .filter(StepMove::leadsElsewhere)
                        .map(StepMove::before)
                        .collect(Collectors.toSet()));
    }

    private Map<String, String> equal(Version from, Version to) {
        return runtime
                .createMigrationPlan(from.definition(), to.definition())
                .mapEqualActivities()
                .build()
                .getInstructions()
                .stream()
                .collect(Collectors.toMap(
                        MigrationInstruction::getSourceActivityId,
                        MigrationInstruction::getTargetActivityId,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
