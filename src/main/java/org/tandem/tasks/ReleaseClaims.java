package org.tandem.tasks;

import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.people.MandateEnded;
import org.tandem.people.MandatePattern;
import org.tandem.people.PersonDeactivated;
import org.tandem.people.Roster;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;

/** Ending a mandate gives back what was claimed under it, in the same transaction, and says what that was. */
@Component
class ReleaseClaims {

    private final TaskTable table;
    private final Roster roster;
    private final JdbcClient jdbc;
    private final ObjectProvider<TaskService> engineTasks;

    ReleaseClaims(TaskTable table, Roster roster, JdbcClient jdbc, ObjectProvider<TaskService> engineTasks) {
        this.table = table;
        this.roster = roster;
        this.jdbc = jdbc;
        this.engineTasks = engineTasks;
    }

    @EventListener
    void on(MandateEnded event) {
        claimedBy(event.personId()).stream()
                .filter(task -> task.offers().stream()
                        .map(MandatePattern::parse)
                        .noneMatch(pattern -> roster.holders(pattern).stream()
                                .anyMatch(person -> person.id().equals(event.personId()))))
                .forEach(task -> event.consequences().add(release(task)));
    }

    @EventListener
    void on(PersonDeactivated event) {
        claimedBy(event.personId()).forEach(task -> event.consequences().add(release(task)));
    }

    private Message release(OpenTask task) {
        table.assign(task.id(), null, null);
        engineTasks.getObject().setAssignee(task.id(), null);
        return Message.of("tasks.released", MessageArgument.task(task.name()), task.caseId());
    }

    private java.util.List<OpenTask> claimedBy(java.util.UUID person) {
        return jdbc.sql("select " + TaskTable.COLUMNS
                        + " from tandem.task t where t.state = 'OPEN' and t.assignee = ? order by t.id")
                .param(person)
                .query(TaskTable::read)
                .list();
    }
}
