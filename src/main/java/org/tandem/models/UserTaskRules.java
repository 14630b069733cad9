package org.tandem.models;

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
        }));
    }

    private void form(Diagram diagram, UserTask task) {
        String id = task.getId();
        String form = "forms/" + diagram.module() + "/" + id + ".form";
        findings.unless(
                id.equals(task.getCamundaFormRef()) && task.getCamundaFormKey() == null,
                diagram.file(),
                id,
                Rule.FORM_NAMED_LIKE_ITS_TASK,
                "the form reference is " + ProcessRules.said(task.getCamundaFormRef()) + ".",
                "Set camunda:formRef to “" + id + "” and leave camunda:formKey out.");
        findings.unless(
                "deployment".equals(task.getCamundaFormRefBinding()),
                diagram.file(),
                id,
                Rule.FORM_BOUND_TO_ITS_DEPLOYMENT,
                "the form binding is " + ProcessRules.said(task.getCamundaFormRefBinding()) + ".",
                "Set camunda:formRefBinding to “deployment”: a form must not change under someone who fills it in.");
        findings.unless(
                house.forms().containsKey(form),
                diagram.file(),
                id,
                Rule.FORM_EXISTS,
                "its form is missing.",
                "Create " + form + ".");
    }

    private void people(Diagram diagram, UserTask task) {
        String groups = task.getCamundaCandidateGroups();
        findings.unless(
                groups != null && Stream.of(groups.split(",(?=\\s*\\$\\{)")).allMatch(this::isKnown),
                diagram.file(),
                task.getId(),
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
        findings.unless(
                house.surroundings().stepLimits().contains(task.getId()),
                diagram.file(),
                task.getId(),
                Rule.STEP_LIMIT_EXISTS,
                "nothing says how long this step may take.",
                "Add “" + task.getId() + "” to reference/step-limits.yaml.");
    }

    private boolean isKnown(String expression) {
        Matcher group = GROUP.matcher(expression.strip());
        return group.matches() && house.surroundings().candidateGroups().contains(group.group(1));
    }
}
