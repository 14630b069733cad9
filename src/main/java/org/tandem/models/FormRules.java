package org.tandem.models;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Forms are used, bear the name of their file, and hold only what the renderer knows. */
record FormRules(House house, Findings findings) {

    void check() {
        Set<String> used = house.diagrams().stream()
                .flatMap(diagram -> diagram.all(UserTask.class).stream()
                        .map(task -> "forms/" + diagram.module() + "/" + task.getId() + ".form"))
                .collect(Collectors.toSet());
        house.forms().forEach((file, json) -> {
            findings.at(file, "the form")
                    .unless(
                            used.contains(file) || ModelFiles.isBesideDiagrams(file),
                            Rule.FORM_USED,
                            "no user task of the module uses it.",
                            "Give a user task the id “" + ModelFiles.base(file) + "”, or remove the form.");
            findings.at(file, "the form")
                    .unless(
                            Pattern.compile("\"id\"\\s*:\\s*\"" + Pattern.quote(ModelFiles.base(file)) + "\"")
                                    .matcher(json)
                                    .find(),
                            Rule.FORM_NAMED_LIKE_ITS_FILE,
                            "its id is not the name of the file.",
                            "Set the id of the form to “" + ModelFiles.base(file) + "”.");
            house.surroundings()
                    .faultOf(file, json)
                    .ifPresent(fault ->
                            findings.add(file, fault.element(), Rule.FORM_USABLE, fault.problem(), fault.remedy()));
        });
    }
}
