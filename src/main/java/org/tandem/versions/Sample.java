package org.tandem.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.versions.MigratingCases.Waiting;

/** A few cases of a version, some from each step, held as people hold them; those somebody is busy with are passed over. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class Sample {

    private final JdbcClient jdbc;
    private final RuntimeService runtime;
    private final MigrationProperties properties;

    List<Waiting> take(Version version) {
        List<Waiting> wanted = new ArrayList<>(fromEachStep(version, 1, 1));
        Set<String> known = wanted.stream().map(Waiting::instance).collect(Collectors.toSet());
        // Those that wait without an open task, such as for a called process.
        runtime
                .createProcessInstanceQuery()
                .processDefinitionId(version.definition())
                .listPage(0, properties.sample() * 2)
                .stream()
                .filter(instance -> !known.contains(instance.getId()) && !hasATask(instance.getId()))
                .limit(ofEach())
                .map(instance -> new Waiting(instance.getId(), instance.getBusinessKey(), 0))
                .forEach(wanted::add);
        fromEachStep(version, 2, ofEach()).stream()
                .filter(one -> !known.contains(one.instance()))
                .forEach(wanted::add);
        Set<String> free = hold(wanted);
        return wanted.stream()
                .filter(one -> free.contains(one.caseId()))
                .limit(properties.sample())
                .toList();
    }

    private int ofEach() {
        return Math.max(1, properties.sample() / 4);
    }

    private boolean hasATask(String instance) {
        return jdbc.sql("select exists (select from tandem.task where process_instance_id = ? and state = 'OPEN')")
                .param(instance)
                .query(Boolean.class)
                .single();
    }

    /** The cases that came last to each step: from the first to the last place. */
    private List<Waiting> fromEachStep(Version version, int first, int last) {
        return jdbc.sql("""
                        select process_instance_id, case_id from (
                          select process_instance_id, case_id, task_key,
                                 row_number() over (partition by task_key order by id desc) as place
                            from tandem.task where process_definition_id = ? and state = 'OPEN') t
                         where place between ? and ? group by 1, 2 order by min(place), 1""")
                .params(version.definition(), first, last)
                .query((row, number) -> new Waiting(row.getString(1), row.getString(2), 0))
                .list();
    }

    private Set<String> hold(List<Waiting> wanted) {
        return Set.copyOf(
                jdbc.sql("select id from tandem.case_cover where id = any(?) order by id for no key update skip locked")
                        .param(wanted.stream().map(Waiting::caseId).distinct().toArray(String[]::new))
                        .query(String.class)
                        .list());
    }
}
