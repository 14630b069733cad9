package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.cases.StageLineSource;
import org.tandem.platform.web.StageLine;
import org.tandem.platform.web.StageLine.Status;
import org.tandem.submission.SweepClosings;

/** Do stage line, diagram, "waiting on" and engine say the same of a case, in every state of every kind? */
@TandemTest({"tandem.demo=true", "tandem.test.database=states-agree"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatesAgreeTests {

    private static final Pattern NOW = Pattern.compile("data-node=\"(\\w+)\" data-status=\"NOW\"");

    @Autowired
    TestRestTemplate http;

    @Autowired
    SweepClosings closings;

    @Autowired
    TaskService engine;

    @Autowired
    RuntimeService running;

    @Autowired
    StageLineSource lines;

    @Autowired
    Cases cases;

    @Autowired
    PlatformTransactionManager transactions;

    @ParameterizedTest
    @CsvSource({
        "selection, PROPOSED, false, false, false",
        "selection, IN_VETTING, false, false, false",
        "selection, RETURNED, false, false, false",
        "selection, IN_DIVERGENCE, false, false, false",
        "selection, VETTED, false, false, true",
        "selection, NOT_SELECTED, false, false, true",
        "selection, NOT_AGREED, false, false, true",
        "selection, WITHDRAWN, false, false, true",
        "selection, SUSPENDED, true, false, false",
        "selection, NO_DIRECTOR, false, false, false",
        "selection, WAITING, false, true, false",
        "support, OPEN, false, false, false",
        "support, ASSIGNED, false, false, false",
        "support, DONE, false, false, false",
        "support, DECLINED, false, false, true",
        "programme, IDEA, false, false, false",
        "programme, DRAFTING, false, false, false",
        "programme, AGENCY_REVIEW, false, false, false",
        "programme, CLEARANCE, false, false, false",
        "programme, REVISION, false, false, false",
        "programme, READY, false, false, false",
        "programme, SUBMITTED, false, false, false",
        "programme, APPROVED, false, false, true",
        "programme, WITHDRAWN, false, false, true",
        "submission, PREPARING, false, false, false",
        "submission, RC_CONSULTATION, false, false, false",
        "submission, COMMENTED, false, false, false",
        "submission, OBJECTED, false, false, false",
        "submission, READY, false, false, false",
        "submission, CALL_CLOSED, false, false, false",
        "submission, RECEIPT_SHOWN, false, false, false",
        "submission, SUBMITTED, false, false, false",
        "submission, CLARIFICATION, false, false, false",
        "submission, DEFERRED, false, false, false",
        "submission, COUNTRY_WITHDRAWN, false, false, false",
        "submission, APPROVED, false, false, true",
        "submission, APPROVED_IN_PART, false, false, true",
        "submission, REJECTED, false, false, true",
        "submission, WITHDRAWN, false, false, true",
        "divergence, COUNTRY_LEVEL, false, false, false",
        "divergence, TEXT_ON_THE_TABLE, false, false, false",
        "divergence, REGIONAL_LEVEL, false, false, false",
        "divergence, JOINT_MECHANISM, false, false, false",
        "divergence, ADVICE_ASKED, false, false, false",
        "divergence, OUTCOME_DUE, false, false, false",
        "divergence, OUTCOME_ON_THE_TABLE, false, false, false",
        "divergence, RESOLVED, false, false, true",
        "divergence, AGREED_TO_DIFFER, false, false, true",
        "divergence, CLOSED_NO_AGREEMENT, false, false, true"
    })
    void allSayTheSame(String kind, String state, boolean paused, boolean waiting, boolean over) {
        String id = new CasesInEveryState(http, closings::sweep)
                .open(kind, List.of(state))
                .get(state);
        List<Task> open =
                engine.createTaskQuery().processInstanceBusinessKey(id).active().list();
        assertThat(waitingOn(id)).isEqualTo(keys(open));
        assertThat(diagram(id, open)).isEqualTo(keys(open));

        StageLine line = line(id);
        List<StageLine.Step> now =
                line.steps().stream().filter(step -> step.status().isOpen()).toList();
        assertThat(now.isEmpty()).as(line.toString()).isEqualTo(over);
        assertThat(now)
                .allSatisfy(
                        step -> assertThat(step.holder()).as(step.toString()).isNotNull())
                .extracting(StageLine.Step::status)
                .containsOnly(
                        now.isEmpty()
                                ? new Status[0]
                                : new Status[] {paused ? Status.PAUSED : waiting ? Status.WAITING : Status.NOW});
        assertThat(now)
                .allSatisfy(step ->
                        assertThat(step.due() == null).as(step.toString()).isEqualTo(paused || waiting));
        int first = now.stream().mapToInt(StageLine.Step::stage).min().orElse(Integer.MAX_VALUE);
        assertThat(line.steps())
                .filteredOn(step -> step.status() == Status.NEXT)
                .allSatisfy(next -> assertThat(next.stage()).isGreaterThanOrEqualTo(first));
        CaseView view = view(id);
        if (paused) {
            assertThat(view.stateSince()).isEqualTo(view.suspendedSince());
        }
    }

    private static Set<String> keys(List<Task> open) {
        return open.stream().map(Task::getTaskDefinitionKey).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> waitingOn(String id) {
        JsonNode pens =
                Caller.of(http, "observer").get("/api/cases/" + id).getBody().at("/sections/tasks");
        return StreamSupport.stream(pens.spliterator(), false)
                .map(pen -> pen.get("task"))
                .filter(task -> task.get("caseId").asText().equals(id))
                .map(task -> task.get("key").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** User tasks marked as where the case is, over all its diagrams. */
    private Set<String> diagram(String id, List<Task> open) {
        Set<String> marked = new TreeSet<>();
        for (String process : processes(id)) {
            String page = http.withBasicAuth("observer", "tandem")
                    .getForObject("/cases/" + id + "/diagram?process=" + process, String.class);
            Set<String> here =
                    NOW.matcher(page).results().map(found -> found.group(1)).collect(Collectors.toSet());
            assertThat(here).as(process).isEqualTo(active(id, process));
            marked.addAll(here);
        }
        marked.retainAll(keys(open));
        return marked;
    }

    private Set<String> processes(String id) {
        return running.createProcessInstanceQuery().processInstanceBusinessKey(id).list().stream()
                .map(instance -> instance.getProcessDefinitionId().split(":")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> active(String id, String process) {
        return running
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .processDefinitionKey(process)
                .list()
                .stream()
                .flatMap(instance -> running.getActiveActivityIds(instance.getId()).stream())
                .filter(node -> !node.contains("#"))
                .collect(Collectors.toSet());
    }

    private StageLine line(String id) {
        return new TransactionTemplate(transactions)
                .execute(status -> lines.of(view(id)).orElseThrow());
    }

    private CaseView view(String id) {
        return new TransactionTemplate(transactions)
                .execute(status -> cases.find(new CaseId(id)).orElseThrow());
    }
}
