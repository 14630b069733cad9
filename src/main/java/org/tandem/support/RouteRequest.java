package org.tandem.support;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.Cases;
import org.tandem.countries.Agencies;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.Tasks;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;

/** Task Teams and coordinators find the party that answers, or decline with a reason. */
@UseCase
class RouteRequest implements TaskWork {

    /** What whoever routes may choose. */
    enum Routing {
        ASSIGN,
        DECLINE
    }

    private final SupportRequests requests;
    private final SupportProcess process;
    private final Cases cases;
    private final CaseHistory history;
    private final CandidateGroups groups;
    private final Roster roster;
    private final Agencies agencies;

    RouteRequest(
            SupportRequests requests,
            SupportProcess process,
            Cases cases,
            CaseHistory history,
            CandidateGroups groups,
            Roster roster,
            Agencies agencies) {
        this.requests = requests;
        this.process = process;
        this.cases = cases;
        this.history = history;
        this.groups = groups;
        this.roster = roster;
        this.agencies = agencies;
    }

    @Override
    public String taskKey() {
        return SupportProcess.ROUTE_REQUEST;
    }

    @Override
    public Map<String, List<Option>> options(OpenTask task, SignedIn who) {
        return Map.of(
                "parties",
                cases.parties(task.framework()).stream()
                        .map(code -> new Option(code, name(code)))
                        .toList());
    }

    private String name(String code) {
        return agencies.find(code)
                .map(agency -> agency.name(LocaleContextHolder.getLocale()))
                .orElse(code);
    }

    @Override
    public void complete(OpenTask task, FormValues values, SignedIn who) {
        switch (values.choice("decision", Routing.class).orElseThrow()) {
            case ASSIGN -> assign(task, values.text("agency").orElseThrow(), values.text("note"), who);
            case DECLINE -> decline(task, values.text("reason").orElseThrow(), who);
        }
    }

    private void assign(OpenTask task, String agency, Optional<String> note, SignedIn who) {
        SupportRequest request = requests.of(task.caseOf());
        SupportView view = request.view();
        if (answering(agency, view).noneMatch(roster::anyoneHolds)) {
            throw SupportRefused.nobody(agency, view.areaKey());
        }
        request.assign(agency, note.orElse(null));
        requests.saveAndFlush(request);
        cases.move(task.caseOf(), SupportState.ASSIGNED.name(), null);
        history.add(
                task.caseOf(),
                CaseEntry.Kind.DECISION,
                who.personId(),
                Tasks.offerFor(task, who).orElse(null),
                Message.of("support.history.assigned", MessageArgument.agency(agency)),
                note.orElse(null));
        process.assigned(task.id(), agency);
    }

    /** The groups the diagram offers the answering to. */
    private Stream<MandatePattern> answering(String agency, SupportView view) {
        String advisers = groups.technicalAdvisers(agency, view.areaKey(), view.country());
        return Stream.concat(Stream.of(groups.focalPoints(agency, view.areaKey())), Stream.of(advisers.split(",")))
                .map(MandatePattern::parse);
    }

    private void decline(OpenTask task, String reason, SignedIn who) {
        SupportRequest request = requests.of(task.caseOf());
        request.decline(reason);
        requests.saveAndFlush(request);
        cases.move(task.caseOf(), SupportState.DECLINED.name(), null);
        Message declined = Message.of("support.history.declined");
        history.add(
                task.caseOf(),
                CaseEntry.Kind.DECISION,
                who.personId(),
                Tasks.offerFor(task, who).orElse(null),
                declined,
                reason);
        history.tell(task.caseOf(), request.view().askedAs(), declined, who.personId());
        process.declined(task.id());
    }
}
