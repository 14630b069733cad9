package org.tandem.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.tandem.models.soundness.Limit;
import org.tandem.models.soundness.Soundness;
import org.tandem.models.soundness.SoundnessReport;
import org.tandem.models.tables.TableReport;
import org.tandem.models.tables.Tables;

/** Looks at a folder without the application around it, and writes down one line for each thing found or proven. */
record Inspection(Folder folder, boolean ours, Drawings drawings) {

    /** Only the running application knows groups, limits and beans. */
    private static final Set<Rule> UNKNOWABLE = EnumSet.of(
            Rule.CANDIDATE_GROUP_KNOWN,
            Rule.STEP_LIMIT_EXISTS,
            Rule.TASK_DECLARED,
            Rule.DELEGATE_EXISTS,
            Rule.DELEGATE_USED,
            Rule.FORM_USABLE);

    private static final String OPEN_IT = "Open it in the Camunda Modeler, correct it and save it again.";

    /** The number of findings. */
    int run(List<String> lines) {
        Findings findings = new Findings();
        House house = House.read(new ModelFiles(folder.contents()), new NoContext(), findings);
        readForms(house, findings);
        folder.unread().forEach(place -> findings.at(place, "the file")
                .add(
                        Rule.READABLE,
                        "it was not read: it is no file, or a link that leads out of the folder.",
                        "Put the file itself there."));
        leaveOutNameless(house, findings);
        if (ours) {
            Wiring.names(house, findings);
        }
        List<Finding> found = findings.all().stream()
                .filter(finding -> !UNKNOWABLE.contains(finding.rule()))
                .filter(finding ->
                        finding.rule() != Rule.FORM_EXISTS || !house.forms().isEmpty())
                .sorted(Comparator.comparing(finding -> folder.placeOf(finding.file())))
                .toList();
        found.forEach(finding -> lines.add(line(
                finding.file(),
                finding.element(),
                finding.rule() + ": " + finding.problem() + " " + finding.remedy())));
        int unsound = soundness(house, lines);
        int tables = tables(house, lines);
        int all = found.size() + unsound + tables;
        lines.add(folder.contents().size() + " files, " + all + " findings." + (ours ? unknown(house) : ""));
        return all;
    }

    private static String unknown(House house) {
        return " Not checked, because only the running application knows: candidate groups, step limits, delegates,"
                + " whether forms can be shown"
                + (house.forms().isEmpty() ? "; there are no forms in the folder." : ".");
    }

    private String line(String file, String element, String what) {
        String said = what;
        for (String other : folder.contents().keySet()) {
            said = said.replace(other, folder.placeOf(other));
        }
        return folder.placeOf(file) + ": " + element + ": " + said;
    }

    private int soundness(House house, List<String> lines) {
        SortedMap<String, BpmnModelInstance> models = new TreeMap<>();
        house.diagrams().forEach(diagram -> models.put(diagram.file(), diagram.model()));
        house.diagrams().stream()
                .filter(diagram -> diagram.processes().findAny().isEmpty())
                .forEach(diagram -> lines.add(line(diagram.file(), "the file", "holds no process")));
        int findings = 0;
        for (SoundnessReport report : Soundness.of(models, Limit.USUAL)) {
            findings += report.findings().size();
            BpmnModelInstance model = models.get(report.file());
            report.findings()
                    .forEach(finding -> lines.add(line(
                            report.file(),
                            finding.element().toString(),
                            finding.problem() + " " + finding.flaw().remedy()
                                    + drawings.draw(folder.placeOf(report.file()), model, finding))));
            String assuming =
                    report.assumptions().isEmpty() ? "" : " (" + String.join("; ", report.assumptions()) + ")";
            lines.add(line(report.file(), report.process().id(), report.summary() + assuming));
        }
        return findings;
    }

    private int tables(House house, List<String> lines) {
        int findings = 0;
        for (var file : house.decisions().entrySet()) {
            for (TableReport report : Tables.of(file.getKey(), file.getValue())) {
                findings += report.findings().size();
                report.findings()
                        .forEach(finding -> lines.add(line(
                                report.file(),
                                report.decision(),
                                finding.flaw() + ": " + finding.problem() + " "
                                        + finding.flaw().remedy())));
                lines.add(line(report.file(), report.decision(), report.summary()));
            }
        }
        return findings;
    }

    private static void readForms(House house, Findings findings) {
        house.forms().forEach((file, json) -> {
            try {
                new ObjectMapper().readTree(json);
            } catch (JsonProcessingException e) {
                findings.add(file, "the file", Rule.READABLE, "it cannot be read: it is no JSON.", OPEN_IT);
            }
        });
    }

    /** What has no id cannot be spoken of, nor run. */
    private static void leaveOutNameless(House house, Findings findings) {
        Set<String> nameless = new TreeSet<>();
        house.diagrams().stream()
                .filter(diagram -> Stream.concat(diagram.all(FlowNode.class).stream(), diagram.processes())
                        .anyMatch(element -> element.getAttributeValue("id") == null))
                .forEach(diagram -> nameless.add(diagram.file()));
        house.decisions().forEach((file, model) -> {
            if (model.getModelElementsByType(Decision.class).stream()
                    .map(Decision::getId)
                    .anyMatch(Objects::isNull)) {
                nameless.add(file);
            }
        });
        house.diagrams().removeIf(diagram -> nameless.contains(diagram.file()));
        house.decisions().keySet().removeAll(nameless);
        nameless.forEach(
                file -> findings.add(file, "the file", Rule.READABLE, "it holds elements without an id.", OPEN_IT));
    }
}
