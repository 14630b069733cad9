package org.tandem.divergence;

import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandateEnded;
import org.tandem.people.MandateGranted;
import org.tandem.people.MandatePattern;
import org.tandem.people.PersonDeactivated;
import org.tandem.people.Roster;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.UseCase;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.Tasks;

/** A side without anybody who could act: the coordinators see to the roster, or the roster itself resumes the divergence. */
@UseCase
class RepairSides implements TaskWork {

    private final Divergences divergences;
    private final DivergenceProcess process;
    private final OpenLevel openLevel;
    private final CaseHistory history;
    private final Cases cases;
    private final CandidateGroups groups;
    private final Roster roster;
    private final Tasks tasks;
    private final JdbcClient jdbc;

    RepairSides(
            Divergences divergences,
            DivergenceProcess process,
            OpenLevel openLevel,
            CaseHistory history,
            Cases cases,
            CandidateGroups groups,
            Roster roster,
            Tasks tasks,
            JdbcClient jdbc) {
        this.divergences = divergences;
        this.process = process;
        this.openLevel = openLevel;
        this.history = history;
        this.cases = cases;
        this.groups = groups;
        this.roster = roster;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> taskKeys() {
        return Set.of(DivergenceProcess.REPAIR_SIDES);
    }

    /** Drawn in the diagram as the event "Sides repaired". */
    @EventListener
    void on(MandateGranted event) {
        List<String> waiting = jdbc.sql(
                        "select distinct case_id from tandem.task where state = 'OPEN' and task_key = ? order by 1")
                .param(DivergenceProcess.REPAIR_SIDES)
                .query(String.class)
                .list();
        waiting.forEach(id -> resume(new CaseId(id)));
    }

    /** Somebody left while it was with them: what they stated stays, the coordinators are told whom to replace. */
    @EventListener
    void on(MandateEnded event) {
        left(event.pattern());
    }

    @EventListener
    void on(PersonDeactivated event) {
        event.mandates().forEach(this::left);
    }

    private void left(MandatePattern pattern) {
        if (roster.anyoneHolds(pattern)) {
            return;
        }
        jdbc.sql("""
                        select distinct t.case_id, t.id from tandem.task t join tandem.task_offer o on o.task_id = t.id
                        where t.state = 'OPEN' and t.module = ? and o.role = ? and o.agency = ? and o.scope = ? order by 1, 2""")
                .params(DivergenceProcess.KEY, pattern.role().code(), pattern.agency(), pattern.scope())
                .query((row, number) -> new Deserted(row.getString("case_id"), row.getString("id")))
                .list()
                .forEach(this::alert);
    }

    private record Deserted(String caseId, String taskId) {}

    private void alert(Deserted deserted) {
        CaseId id = new CaseId(deserted.caseId());
        cases.lock(id);
        CaseView view = cases.find(id).orElseThrow();
        List<String> offers = tasks.openOf(id).stream()
                .filter(task -> task.id().equals(deserted.taskId()))
                .flatMap(task -> task.offers().stream())
                .toList();
        if (offers.isEmpty() || offers.stream().map(MandatePattern::parse).anyMatch(roster::anyoneHolds)) {
            return;
        }
        Message words = Message.of("divergence.history.nobody", MessageArgument.groups(offers));
        history.add(id, CaseEntry.Kind.ROSTER, null, null, words, null);
        cases.parties(view.framework())
                .forEach(party -> history.tell(id, groups.coordinators(party, view.framework()), words, null));
    }

    private void resume(CaseId id) {
        cases.lock(id);
        CaseView view = cases.find(id).orElseThrow();
        Divergence divergence = divergences.of(id);
        if (divergence.state().isOpen()
                && openLevel.missing(view, divergence.level()).isEmpty()) {
            history.add(id, CaseEntry.Kind.ROSTER, null, null, Message.of("divergence.history.rosterRepaired"), null);
            process.sidesRepaired(id);
        }
    }
}
