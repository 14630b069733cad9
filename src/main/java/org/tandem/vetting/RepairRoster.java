package org.tandem.vetting;

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
import org.tandem.platform.Role;
import org.tandem.platform.UseCase;
import org.tandem.tasks.TaskWork;

/** A country without a director waits; naming one resumes it, by the coordinators' word or by the roster itself. */
@UseCase
class RepairRoster implements TaskWork {

    private final VettingProcess process;
    private final CaseHistory history;
    private final Cases cases;
    private final CandidateGroups groups;
    private final Roster roster;
    private final JdbcClient jdbc;

    RepairRoster(
            VettingProcess process,
            CaseHistory history,
            Cases cases,
            CandidateGroups groups,
            Roster roster,
            JdbcClient jdbc) {
        this.process = process;
        this.history = history;
        this.cases = cases;
        this.groups = groups;
        this.roster = roster;
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> taskKeys() {
        return Set.of(VettingProcess.REPAIR_ROSTER);
    }

    /** Drawn in the diagram as the event "Roster repaired". */
    @EventListener
    void on(MandateGranted event) {
        if (event.pattern().role() != Role.REGIONAL_DIRECTOR) {
            return;
        }
        jdbc.sql("select id from tandem.case_cover where no_director order by id")
                .query(String.class)
                .list()
                .forEach(id -> resume(new CaseId(id)));
    }

    private void resume(CaseId id) {
        cases.lock(id);
        CaseView view = cases.find(id).orElseThrow();
        if (!view.noDirector()) {
            return;
        }
        boolean complete = cases.parties(view.framework()).stream()
                .map(agency -> MandatePattern.parse(groups.directorOf(agency, view.country())))
                .allMatch(roster::anyoneHolds);
        if (complete) {
            history.add(id, CaseEntry.Kind.ROSTER, null, null, Message.of("vetting.history.rosterRepaired"), null);
            cases.flagNoDirector(id, false);
            process.rosterRepaired(id);
        }
    }

    /** A director left while votes are out: the votes given stay, the coordinators are told whom to replace. */
    @EventListener
    void on(MandateEnded event) {
        left(event.pattern());
    }

    @EventListener
    void on(PersonDeactivated event) {
        event.mandates().forEach(this::left);
    }

    private void left(MandatePattern pattern) {
        if (pattern.role() != Role.REGIONAL_DIRECTOR) {
            return;
        }
        jdbc.sql("""
                        select distinct t.case_id from tandem.task t join tandem.task_offer o on o.task_id = t.id
                        where t.state = 'OPEN' and t.task_key = ? and o.role = ? and o.agency = ? order by 1""")
                .params(VettingProcess.VET_COUNTRY, pattern.role().code(), pattern.agency())
                .query(String.class)
                .list()
                .forEach(id -> flagIfDeserted(new CaseId(id), pattern.agency()));
    }

    private void flagIfDeserted(CaseId id, String agency) {
        cases.lock(id);
        CaseView view = cases.find(id).orElseThrow();
        String director = groups.directorOf(agency, view.country());
        if (roster.anyoneHolds(MandatePattern.parse(director))) {
            return;
        }
        cases.flagNoDirector(id, true);
        Message words = Message.of("vetting.history.noDirector", MessageArgument.group(director));
        history.add(id, CaseEntry.Kind.ROSTER, null, null, words, null);
        cases.parties(view.framework())
                .forEach(party -> history.tell(id, groups.coordinators(party, view.framework()), words, null));
    }
}
