package net.example.visits;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.cases.ActingAs;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseOpening;
import org.tandem.cases.CaseSubject;
import org.tandem.cases.Cases;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.Mandate;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;
import org.tandem.tasks.starts.Start;
import org.tandem.tasks.starts.StartForm;
import org.tandem.tasks.starts.StartPlace;
import org.tandem.tasks.starts.Started;

/** Somebody of a party asks for a visit; the country offices are to report on it. */
@Component
class AskForVisit implements StartForm {

    private final Frameworks frameworks;
    private final Cases cases;
    private final CaseHistory history;
    private final ActingAs actingAs;
    private final ObjectProvider<RuntimeService> engine;

    AskForVisit(
            Frameworks frameworks,
            Cases cases,
            CaseHistory history,
            ActingAs actingAs,
            ObjectProvider<RuntimeService> engine) {
        this.frameworks = frameworks;
        this.cases = cases;
        this.history = history;
        this.actingAs = actingAs;
        this.engine = engine;
    }

    @Override
    public StartPlace place() {
        return new StartPlace(VisitsStage.KIND, "askForVisit", "/visits/ask", "/api/visits");
    }

    @Override
    public void mayStart(Start start) {
        if (mine(start.who()).findAny().isEmpty()) {
            throw Refused.forbidden("cases.refused.comment");
        }
    }

    private Stream<Framework> mine(SignedIn who) {
        return frameworks.all().stream().filter(framework -> who.belongsToAny(framework.parties()));
    }

    @Override
    public Map<String, List<Option>> options(Start start) {
        return Map.of(
                "areas",
                mine(start.who())
                        .flatMap(framework -> framework.currentAreas().stream())
                        .map(area -> new Option(area.areaKey(), area.title()))
                        .toList());
    }

    @Override
    public Started submit(Start start, FormValues values) {
        Area area = frameworks.areaByKey(values.text("area").orElseThrow()).orElseThrow();
        String framework = values.text("area").orElseThrow().replace("-" + area.code(), "");
        String country = values.text("country").orElseThrow();
        CaseSubject subject = new CaseSubject(
                values.text("title").orElseThrow(), framework, List.of(country), List.of(area.code()), null);
        CaseId stem = CaseId.of(subject, 1);
        CaseId id = stem.below('M', cases.nextBelow(stem.value(), 'M'));
        SignedIn who = start.who();
        cases.open(new CaseOpening(
                id,
                VisitsStage.KIND,
                null,
                subject,
                VisitState.ASKED.name(),
                50,
                who.personId(),
                party(who, framework)));
        Mandate mandate = actingAs.of(cases.find(id).orElseThrow(), who);
        history.add(
                id,
                CaseEntry.Kind.STEP,
                who.personId(),
                mandate.group(),
                Message.of("visits.history.asked"),
                subject.title());
        engine.getObject()
                .startProcessInstanceByKey(
                        VisitsStage.KIND,
                        id.value(),
                        Map.of("caseId", id.value(), "framework", framework, "country", country));
        return new Started("/cases/" + id, Message.of("visits.done", id.value()), Map.of("id", id.value()));
    }

    private String party(SignedIn who, String framework) {
        return cases.parties(framework).stream()
                .filter(agency -> who.belongsToAny(List.of(agency)))
                .findFirst()
                .orElseThrow();
    }
}
