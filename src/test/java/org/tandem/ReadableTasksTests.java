package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.expression.MapAccessor;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseReaders;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;

/** Is every task offered only to people who can open it? Every user task of every diagram, every group it can be offered to. */
@ProcessTest
class ReadableTasksTests {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]+)}");

    @Autowired
    CandidateGroups groups;

    @Autowired
    Cases cases;

    @Autowired
    CaseReaders readers;

    @Autowired
    Roster roster;

    @Autowired
    Roads roads;

    @BeforeEach
    void inAnAreaFewOthersUse() {
        roads = roads.inArea("A2");
    }

    @Test
    void whoeverIsOfferedATaskOfAnyDiagramMayReadTheCase() throws IOException {
        String id = roads.nominated();
        CaseView view = cases.find(new CaseId(id)).orElseThrow();
        Map<String, Set<String>> offered = offered(view);

        assertThat(offered).hasSizeGreaterThan(15);
        // Fund and Resident Coordinator read a submission, not the selection of its country: SubmissionPagesTests.
        offered.keySet().removeIf(task -> task.startsWith("processes/submission/"));
        offered.forEach((task, to) -> {
            assertThat(to).as(task).isNotEmpty();
            for (String group : to) {
                assertThat(readers.mayRead(MandatePattern.parse(group), view))
                        .as(task + " is offered to " + group)
                        .isTrue();
            }
        });
    }

    @Test
    void whoeverIsOfferedATaskOpensItAndItsCase() {
        List<String> everywhere = List.of(
                roads.nominated(),
                roads.inVetting(),
                roads.returned(),
                roads.splitVote(),
                roads.diverging(),
                roads.asked(roads.freshCountry(), "Who is asked?"));
        for (String id : everywhere) {
            for (Roads.Open task : roads.open(id)) {
                for (String group : task.offers()) {
                    if (roster.anyoneHolds(MandatePattern.parse(group))) {
                        Caller holder = roads.holder(group);
                        String form = Roads.address(id, task.key()) + "?task=" + task.id();
                        assertThat(holder.get(form).getStatusCode().value())
                                .as(form + " for " + group)
                                .isNotIn(403, 404);
                        assertThat(holder.get("/api/cases/" + id)
                                        .getStatusCode()
                                        .value())
                                .as(id + " for " + group)
                                .isEqualTo(200);
                    }
                }
            }
        }
    }

    /** By file and task, whom its candidate groups can come to. */
    private Map<String, Set<String>> offered(CaseView view) throws IOException {
        Map<String, Set<String>> offered = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            for (Path file :
                    files.filter(found -> found.toString().endsWith(".bpmn")).toList()) {
                for (UserTask task : Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(UserTask.class)) {
                    Set<String> to = offered.computeIfAbsent(file + " " + task.getId(), any -> new TreeSet<>());
                    variables(view)
                            .forEach(variables -> to.addAll(groups(task.getCamundaCandidateGroups(), variables)));
                }
            }
        }
        return offered;
    }

    /** What the diagrams' variables can be for a case: each party in each part, each level, each group that asks. */
    private Stream<Map<String, Object>> variables(CaseView view) {
        return cases.parties(view.framework()).stream()
                .flatMap(party -> Stream.of("COUNTRY", "REGION", "JOINT_MECHANISM")
                        .flatMap(level -> Stream.of(
                                        groups.focalPoints(party, view.areaKey()),
                                        groups.countryOffice(party, view.country()),
                                        groups.directorOf(party, view.country()),
                                        groups.coordinators(party, view.framework()))
                                .map(asked -> Map.<String, Object>ofEntries(
                                        Map.entry("groups", groups),
                                        Map.entry("framework", view.framework()),
                                        Map.entry("areaKey", view.areaKey()),
                                        Map.entry("country", view.country()),
                                        Map.entry("level", level),
                                        Map.entry("party", party),
                                        Map.entry("nominatedBy", party),
                                        Map.entry("withdrawnBy", party),
                                        Map.entry("submitters", asked),
                                        Map.entry("fund", "UNTFHS"),
                                        Map.entry("askedAs", asked),
                                        Map.entry("askedOf", asked)))));
    }

    private static Set<String> groups(String expressions, Map<String, Object> variables) {
        StandardEvaluationContext context = new StandardEvaluationContext(variables);
        context.addPropertyAccessor(new MapAccessor());
        Set<String> groups = new TreeSet<>();
        Matcher expression = EXPRESSION.matcher(expressions);
        while (expression.find()) {
            String found = new SpelExpressionParser()
                    .parseExpression(expression.group(1))
                    .getValue(context, String.class);
            groups.addAll(List.of(String.valueOf(found).split(",")));
        }
        return groups;
    }
}
