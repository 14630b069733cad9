package org.tandem.tasks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.platform.UseCase;

/** Compares the projection with the engine (the difference must be 0) and rebuilds it from the engine when it is not (D5). */
@UseCase
public class ReconcileTasks {

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<RuntimeService> runtime;
    private final TaskProjection projection;
    private final TaskTable table;

    ReconcileTasks(
            JdbcClient jdbc,
            ObjectProvider<TaskService> tasks,
            ObjectProvider<RuntimeService> runtime,
            TaskProjection projection,
            TaskTable table) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.runtime = runtime;
        this.projection = projection;
        this.table = table;
    }

    /**
     * @param missing open in the engine, not in the projection
     * @param left open in the projection, not in the engine
     * @param different on both sides, with another key, case, assignee or other offers
     */
    public record Difference(List<String> missing, List<String> left, List<String> different) {

        public int size() {
            return missing.size() + left.size() + different.size();
        }
    }

    public Difference difference() {
        Map<String, String> ours = new HashMap<>();
        jdbc
                .sql("select " + TaskTable.COLUMNS + " from tandem.task t where t.state = 'OPEN'")
                .query(TaskTable::read)
                .stream()
                .forEach(task -> ours.put(
                        task.id(),
                        fingerprint(
                                task.key(),
                                task.caseId(),
                                task.assignee() == null ? null : task.assignee().toString(),
                                task.offers())));
        List<String> missing = new ArrayList<>();
        List<String> different = new ArrayList<>();
        for (Map.Entry<String, String> theirs : engine().entrySet()) {
            String known = ours.remove(theirs.getKey());
            if (known == null) {
                missing.add(theirs.getKey());
            } else if (!known.equals(theirs.getValue())) {
                different.add(theirs.getKey());
            }
        }
        return new Difference(missing, List.copyOf(ours.keySet()), different);
    }

    /** Mends every difference from the engine's side; due dates and marks of tasks that are right stay as they are. */
    public Difference rebuild() {
        Difference found = difference();
        found.left()
                .forEach(
                        id -> table.end(id, OpenTask.State.CANCELLED, null, java.time.Instant.now(projection.clock())));
        found.different().forEach(id -> jdbc.sql("delete from tandem.task where id = ?")
                .param(id)
                .update());
        List<String> again = new ArrayList<>(found.missing());
        again.addAll(found.different());
        again.forEach(this::project);
        return found;
    }

    private void project(String id) {
        Task task = tasks.getObject().createTaskQuery().taskId(id).singleResult();
        projection.restored(task, businessKey(task), (String) tasks.getObject().getVariable(id, "party"), offers(id));
    }

    private Map<String, String> engine() {
        Map<String, String> theirs = new HashMap<>();
        long count = tasks.getObject().createTaskQuery().count();
        for (int first = 0; first < count; first += BATCH) {
            for (Task task :
                    tasks.getObject().createTaskQuery().orderByTaskId().asc().listPage(first, BATCH)) {
                theirs.put(
                        task.getId(),
                        fingerprint(
                                task.getTaskDefinitionKey(),
                                businessKey(task),
                                task.getAssignee(),
                                offers(task.getId())));
            }
        }
        return theirs;
    }

    private List<String> offers(String taskId) {
        return tasks.getObject().getIdentityLinksForTask(taskId).stream()
                .map(IdentityLink::getGroupId)
                .filter(java.util.Objects::nonNull)
                .sorted()
                .toList();
    }

    private String businessKey(Task task) {
        return runtime.getObject()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    private static String fingerprint(
            String key, String caseId, @org.jspecify.annotations.Nullable String assignee, List<String> offers) {
        return key + "|" + caseId + "|" + assignee + "|"
                + offers.stream().sorted().toList();
    }
}
