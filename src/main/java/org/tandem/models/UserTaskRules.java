package org.tandem.models;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What a user task needs: its form, someone to do it, and a limit. */
record UserTaskRules(House house, Findings findings) {

    private static final Pattern GROUP =
            Pattern.compile("\\$\\{\\s*([a-z][A-Za-z]*\\.[a-z][A-Za-z]*)\\([^{}]*\\)\\s*}");

    void check() {
        house.diagrams().forEach(diagram -> diagram.all(UserTask.class).forEach(task -> {
            form(diagram, task);
            people(diagram, task);
            declaration(diagram, task);
        }));
    }

    private void form(Diagram diagram, UserTask task) {
        String id = task.getId();
        String form = "forms/" + diagram.module() + "/" + id + ".form";
        Findings.Place here = findings.at(diagram.file(), id);
        here.unless(
                id.equals(task.getCamundaFormRef()) && task.getCamundaFormKey() == null,
                Rule.FORM_NAMED_LIKE_ITS_TASK,
                "the form reference is " + ProcessRules.said(task.getCamundaFormRef()) + ".",
                "Set camunda:formRef to “" + id + "” and leave camunda:formKey out.");
        here.unless(
                "deployment".equals(task.getCamundaFormRefBinding()),
                Rule.FORM_BOUND_TO_ITS_DEPLOYMENT,
                "the form binding is " + ProcessRules.said(task.getCamundaFormRefBinding()) + ".",
                "Set camunda:formRefBinding to “deployment”: a form must not change under someone who fills it in.");
        here.unless(house.forms().containsKey(form), Rule.FORM_EXISTS, "its form is missing.", "Create " + form + ".");
    }

    private void people(Diagram diagram, UserTask task) {
        String groups = task.getCamundaCandidateGroups();
        Findings.Place here = findings.at(diagram.file(), task.getId());
        here.unless(
                groups != null && Stream.of(groups.split(",(?=\\s*\\$\\{)")).allMatch(this::isKnown),
                Rule.CANDIDATE_GROUP_KNOWN,
                "the candidate group is " + ProcessRules.said(groups) + ".",
                "Begin camunda:candidateGroups with one of: "
                        + String.join(
                                ", ",
                                house.surroundings().candidateGroups().stream()
                                        .sorted()
                                        .map(known -> "${" + known + "(…)}")
                                        .toList())
                        + ".");
        here.unless(
                house.surroundings().stepLimits().contains(task.getId()),
                Rule.STEP_LIMIT_EXISTS,
                "nothing says how long this step may take.",
                "Add “" + task.getId() + "” to reference/step-limits.yaml.");
    }

    private void declaration(Diagram diagram, UserTask task) {
        TaskDeclaration declared = TaskDeclaration.of(task);
        Findings.Place here = findings.at(diagram.file(), task.getId());
        here.unless(
                !declared.isEmpty() || house.surroundings().implementedTasks().contains(task.getId()),
                Rule.TASK_DECLARED,
                "nothing says what is written when it is done.",
                "Declare it in camunda:properties, at least “history”, the message key of the line in the history.");
        here.unless(
                declared.unknown().isEmpty(),
                Rule.TASK_DECLARATION_KNOWN,
                "it has properties that mean nothing: " + String.join(", ", declared.unknown()) + ".",
                "Use variable.<name>, history, kind, text, agency, state, choice, history.<ANSWER>, state.<ANSWER>, goesOn.");
        String form = house.forms().getOrDefault("forms/" + diagram.module() + "/" + task.getId() + ".form", "");
        List<String> missing = declared.fields().stream()
                .filter(field -> !Pattern.compile("\"key\"\\s*:\\s*\"" + Pattern.quote(field) + "\"")
                        .matcher(form)
                        .find())
                .toList();
        here.unless(
                missing.isEmpty(),
                Rule.TASK_DECLARATION_FIELDS,
                "its properties speak of fields its form does not have: " + String.join(", ", missing) + ".",
                "Name fields of the form by their keys.");
    }

    private boolean isKnown(String expression) {
        Matcher group = GROUP.matcher(expression.strip());
        return group.matches() && house.surroundings().candidateGroups().contains(group.group(1));
    }
}
