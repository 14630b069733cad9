package org.tandem.support;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.tandem.cases.Cases;
import org.tandem.countries.Agencies;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;

/** Task Teams and coordinators find the party that answers, or decline with a reason. */
@UseCase
@RequiredArgsConstructor
class RouteRequest implements TaskWork {

    /** What whoever routes may choose. */
    enum Routing {
        ASSIGN,
        DECLINE
    }

    private final SupportRequests requests;
    private final Cases cases;
    private final CandidateGroups groups;
    private final Roster roster;
    private final Agencies agencies;

    @Override
    public Set<String> taskKeys() {
        return Set.of(SupportProcess.ROUTE_REQUEST);
    }

    @Override
    public Map<String, List<Option>> options(OpenTask task, SignedIn who) {
        return Map.of(
                "parties",
                cases.parties(task.framework()).stream()
                        .map(code -> new Option(
                                code,
                                agencies.find(code)
                                        .map(agency -> agency.name(LocaleContextHolder.getLocale()))
                                        .orElse(code)))
                        .toList());
    }

    @Override
    public void complete(TaskContext task, FormValues values) {
        SupportRequest request = requests.of(task.caseId());
        switch (values.choice("decision", Routing.class).orElseThrow()) {
            case ASSIGN -> {
                String agency = values.text("agency").orElseThrow();
                if (answering(agency, request).noneMatch(roster::anyoneHolds)) {
                    throw SupportRefused.nobody(agency, request.areaKey());
                }
                request.assign(agency, values.text("note").orElse(null));
            }
            case DECLINE -> {
                request.decline(values.text("reason").orElseThrow());
                task.tell(request.askedAs());
            }
        }
        requests.saveAndFlush(request);
        task.complete(values);
    }

    /** The groups the diagram offers the answering to. */
    private Stream<MandatePattern> answering(String agency, SupportRequest request) {
        String focalPoints = groups.focalPoints(agency, request.areaKey());
        String advisers = groups.technicalAdvisers(agency, request.areaKey(), request.country());
        return Stream.of((focalPoints + "," + advisers).split(",")).map(MandatePattern::parse);
    }
}
