package org.tandem.models;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.jspecify.annotations.Nullable;

/** What every process and every decision says about itself. */
record ProcessRules(House house, Findings findings) {

    /** Its one process is ad-hoc work, which is no stage with a diagram of its own. */
    private static final String AD_HOC_WORK = "tasks";

    void check() {
        Map<String, String> seen = new HashMap<>();
        for (Diagram diagram : house.diagrams()) {
            Collection<Process> processes = diagram.all(Process.class);
            findings.at(diagram.file(), "process")
                    .unless(
                            processes.size() == 1
                                    && processes.iterator().next().getId().equals(ModelFiles.base(diagram.file())),
                            Rule.PROCESS_NAMED_LIKE_ITS_FILE,
                            "the file holds " + ids(processes) + ".",
                            "Keep one process in it, with the id “" + ModelFiles.base(diagram.file()) + "”.");
            processes.forEach(process -> check(diagram, process, seen));
        }
        house.decisions().forEach((file, model) -> model.getModelElementsByType(Decision.class)
                .forEach(decision -> lasting(
                        file,
                        decision.getId(),
                        decision.getCamundaHistoryTimeToLiveString(),
                        decision.getVersionTag())));
        everyModuleHasItsOwn();
    }

    private void check(Diagram diagram, Process process, Map<String, String> seen) {
        String other = seen.putIfAbsent(process.getId(), diagram.file());
        Findings.Place here = findings.at(diagram.file(), process.getId());
        here.unless(
                other == null,
                Rule.PROCESS_UNIQUE,
                "the process id is also used in " + other + ".",
                "Give one of them another id.");
        here.unless(
                process.isExecutable(),
                Rule.PROCESS_EXECUTABLE,
                "the process is not executable.",
                "Set isExecutable to true.");
        lasting(
                diagram.file(),
                process.getId(),
                process.getCamundaHistoryTimeToLiveString(),
                process.getCamundaVersionTag());
    }

    private void lasting(String file, String element, @Nullable String timeToLive, @Nullable String versionTag) {
        Findings.Place here = findings.at(file, element);
        here.unless(
                timeToLive != null && timeToLive.matches("P[0-9]+D|[0-9]+"),
                Rule.HISTORY_TIME_TO_LIVE,
                "the history time to live is " + said(timeToLive) + ".",
                "Set camunda:historyTimeToLive to P3650D.");
        here.unless(
                versionTag != null && versionTag.matches("[0-9]+\\.[0-9]+\\.[0-9]+"),
                Rule.VERSION_TAG,
                "the version tag is " + said(versionTag) + ".",
                "Set camunda:versionTag to three numbers such as 1.0.0, and raise it with every change.");
    }

    private void everyModuleHasItsOwn() {
        Set<String> files = house.diagrams().stream().map(Diagram::file).collect(Collectors.toSet());
        Set<String> modules =
                house.diagrams().stream().map(Diagram::module).collect(Collectors.toCollection(TreeSet::new));
        modules.remove(AD_HOC_WORK);
        modules.forEach(module -> findings.at("processes/" + module, "the folder")
                .unless(
                        files.contains("processes/" + module + "/" + module + ".bpmn"),
                        Rule.PROCESS_OF_THE_MODULE,
                        "no diagram bears the name of its module.",
                        "Name the first process “" + module + "”, in " + module + ".bpmn."));
    }

    private static String ids(Collection<Process> processes) {
        return processes.isEmpty()
                ? "no process"
                : processes.stream().map(process -> "“" + process.getId() + "”").collect(Collectors.joining(", "));
    }

    static String said(@Nullable String value) {
        return value == null || value.isBlank() ? "missing" : "“" + value + "”";
    }
}
