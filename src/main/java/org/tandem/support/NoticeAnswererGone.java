package org.tandem.support;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.people.MandateEnded;
import org.tandem.people.MandatePattern;
import org.tandem.people.PersonDeactivated;
import org.tandem.people.Roster;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.Tasks;

/** The last who could answer for a party has left: the request goes back to be routed. Drawn as the event "Answerer gone". */
@UseCase
class NoticeAnswererGone {

    private final SupportRequests requests;
    private final SupportProcess process;
    private final Cases cases;
    private final Tasks tasks;
    private final CaseHistory history;
    private final Roster roster;
    private final JdbcClient jdbc;

    NoticeAnswererGone(
            SupportRequests requests,
            SupportProcess process,
            Cases cases,
            Tasks tasks,
            CaseHistory history,
            Roster roster,
            JdbcClient jdbc) {
        this.requests = requests;
        this.process = process;
        this.cases = cases;
        this.tasks = tasks;
        this.history = history;
        this.roster = roster;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(MandateEnded event) {
        left(event.pattern(), event.consequences());
    }

    @EventListener
    void on(PersonDeactivated event) {
        event.mandates().forEach(mandate -> left(mandate, event.consequences()));
    }

    private void left(MandatePattern mandate, List<Message> consequences) {
        jdbc.sql("""
                        select distinct t.case_id from tandem.task t join tandem.task_offer o on o.task_id = t.id
                        where t.state = 'OPEN' and t.task_key = ? and o.role = ? and o.agency = ? order by 1""")
                .params(SupportProcess.ANSWER_REQUEST, mandate.role().code(), mandate.agency())
                .query(String.class)
                .list()
                .forEach(id -> routeAnewIfDeserted(new CaseId(id), consequences));
    }

    private void routeAnewIfDeserted(CaseId id, List<Message> consequences) {
        cases.lock(id);
        List<OpenTask> open = tasks.openOf(id).stream()
                .filter(task -> task.key().equals(SupportProcess.ANSWER_REQUEST))
                .toList();
        if (open.isEmpty() || open.stream().anyMatch(this::reachesAnybody)) {
            return;
        }
        SupportRequest request = requests.of(id);
        String agency = String.valueOf(request.view().agency());
        request.referBack();
        requests.saveAndFlush(request);
        cases.move(id, SupportState.OPEN.name(), null);
        Message gone = Message.of("support.history.answererGone", MessageArgument.agency(agency));
        history.add(id, CaseEntry.Kind.ROSTER, null, null, gone, null);
        consequences.add(Message.of("support.consequence.routedAnew", id.value()));
        process.answererGone(id);
    }

    private boolean reachesAnybody(OpenTask task) {
        return task.offers().stream().map(MandatePattern::parse).anyMatch(roster::anyoneHolds);
    }
}
