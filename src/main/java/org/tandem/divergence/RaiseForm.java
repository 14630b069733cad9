package org.tandem.divergence;

import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.frameworks.JointMechanism;
import org.tandem.frameworks.JointMechanisms;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;
import org.tandem.tasks.starts.Remark;
import org.tandem.tasks.starts.Start;
import org.tandem.tasks.starts.StartForm;
import org.tandem.tasks.starts.StartPlace;
import org.tandem.tasks.starts.Started;

/** The form to raise a divergence on a case. */
@Component
@RequiredArgsConstructor
class RaiseForm implements StartForm {

    private final RaiseDivergence raise;
    private final JointMechanisms mechanisms;
    private final Translator translator;

    @Override
    public StartPlace place() {
        return new StartPlace("divergence", "raiseDivergence", "/divergence/raise", "/api/divergence");
    }

    @Override
    public boolean isAboutACase() {
        return true;
    }

    @Override
    public Refused caseMissing() {
        return DivergenceRefused.matterMissing();
    }

    @Override
    public Map<String, String> alsoCalled() {
        return Map.of("matter", "case");
    }

    @Override
    public void mayStart(Start start) {
        raise.mayRaise(start.caseId(), start.who());
    }

    @Override
    public Map<String, List<Option>> options(Start start) {
        return Map.of(
                "subjects",
                raise.subjects(start.view()).stream()
                        .map(subject -> new Option(subject.name(), translator.say("divergence.subject." + subject)))
                        .toList(),
                "places",
                raise.places(start.view()));
    }

    @Override
    public Map<String, Object> facts(Start start) {
        return Map.of(
                "canWait", raise.canWait(start.view()),
                "mayStartAtRegion", raise.mayStartAtRegion(start.view(), start.who()));
    }

    @Override
    public List<Remark> remarks(Start start) {
        JointMechanism mechanism = mechanisms.of(start.view().framework());
        return List.of(Remark.of(
                "divergence.limits",
                days(mechanism, Level.COUNTRY),
                days(mechanism, Level.REGION),
                days(mechanism, Level.JOINT_MECHANISM)));
    }

    private static int days(JointMechanism mechanism, Level level) {
        return mechanism.limits().get(level.name()).getDays();
    }

    @Override
    public List<Refused> problems(Start start) {
        try {
            raise.check(start.view(), wanted(start), start.who());
            return List.of();
        } catch (Refused refused) {
            return List.of(refused);
        }
    }

    @Override
    public Started submit(Start start, FormValues values) {
        CaseId id = raise.raise(start.caseId(), wanted(start), start.who());
        return new Started(
                "/cases/" + id,
                Message.of("divergence.flash.raised", id.value()),
                Map.of("id", id.value(), "matter", start.caseId().value()));
    }

    private static WantedDivergence wanted(Start start) {
        return new WantedDivergence(
                start.typed("subject").orElse(null),
                start.typed("place").orElse(null),
                start.typed("summary").orElse(null),
                start.typed("level").orElse(null),
                start.typed("blocking").filter("true"::equals).isPresent());
    }
}
