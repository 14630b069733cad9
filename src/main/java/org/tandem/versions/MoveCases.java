package org.tandem.versions;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.people.CandidateGroups;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.tasks.MoveTasks;
import org.tandem.versions.MigratingCases.Waiting;

/** Moves cases that are held: tokens, tasks and history together, in the running transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class MoveCases {

    private final Versions versions;
    private final Planning planning;
    private final MoveTasks moveTasks;
    private final MigratingCases cases;
    private final CaseHistory history;
    private final CandidateGroups groups;
    private final RuntimeService runtime;

    void move(Migration migration, List<Waiting> held) {
        Version from = versions.find(migration.fromDefinition()).orElseThrow();
        Version to = versions.find(migration.toDefinition()).orElseThrow();
        Set<String> here = stillIn(from, held);
        List<Waiting> moving =
                held.stream().filter(one -> here.contains(one.instance())).toList();
        if (!moving.isEmpty()) {
            Plan plan = planning.plan(from, to, migration.steps());
            moveTasks.move(plan.engine(), instances(moving), plan.goneSteps());
            moving.forEach(one -> note(one, to, migration.askedBy()));
            cases.mark(migration.id(), instances(moving), MigratingCases.State.MOVED);
        }
        cases.mark(
                migration.id(),
                instances(held).stream().filter(id -> !here.contains(id)).toList(),
                MigratingCases.State.GONE);
    }

    /** In plain words, why a case could not be moved. */
    @Transactional(propagation = Propagation.SUPPORTS)
    Message reason(Migration migration, RuntimeException failure) {
        return new PlainReasons(planning.difference(
                        versions.find(migration.fromDefinition()).orElseThrow(),
                        versions.find(migration.toDefinition()).orElseThrow()))
                .of(failure);
    }

    private Set<String> stillIn(Version from, List<Waiting> held) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionId(from.definition())
                .processInstanceIds(Set.copyOf(instances(held)))
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .collect(Collectors.toSet());
    }

    private static List<String> instances(List<Waiting> cases) {
        return cases.stream().map(Waiting::instance).toList();
    }

    private void note(Waiting moved, Version to, UUID by) {
        history.add(
                new CaseId(moved.caseId()),
                CaseEntry.Kind.STEP,
                by,
                groups.administrators(),
                Message.of("models.history.moved", MessageArgument.of("flow", to.process()), to.label()),
                null);
    }
}
