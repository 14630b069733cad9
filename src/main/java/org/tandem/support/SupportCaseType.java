package org.tandem.support;

import static org.tandem.support.SupportState.ASSIGNED;
import static org.tandem.support.SupportState.DECLINED;
import static org.tandem.support.SupportState.DONE;
import static org.tandem.support.SupportState.OPEN;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseStep;
import org.tandem.cases.CaseTone;
import org.tandem.cases.CaseType;
import org.tandem.cases.StepFact;
import org.tandem.frameworks.FrameworkLink;
import org.tandem.platform.web.StageLine.Status;

/** A question of a country team: asked, routed, answered by one party, rated; it may rest unrated. */
@Configuration(proxyBeanMethods = false)
class SupportCaseType {

    static final char LETTER = 'S';

    private static final String STAGE = "support.stage.";
    /** A step that brings a case into a state is called like the state. */
    private static final String STATE = "cases.state.";

    private static final String ASK = STATE + "OPEN";
    private static final String ANSWER = STAGE + "answer";
    private static final String RATE = STAGE + "rate";

    @Bean
    CaseType supportCase(SupportRequests requests, Topics topics) {
        return CaseType.of(SupportProcess.KEY)
                .letter(LETTER)
                .states(CaseTone.INFO, OPEN, ASSIGNED)
                .ends(CaseTone.DONE, DONE)
                .ends(CaseTone.STOP, DECLINED)
                .register("/support", 30, "support.nav")
                .words(view -> requests.findById(view.id()).stream()
                        .flatMap(request -> Stream.of(
                                topics.name(request.topic(), Locale.ENGLISH),
                                topics.name(request.topic(), Locale.FRENCH),
                                request.question(),
                                request.answer())))
                .steps(
                        CaseStep.joint(ASK),
                        CaseStep.joint(STAGE + "route")
                                .heldBy(SupportProcess.ROUTE_REQUEST)
                                .in(Status.NOW, OPEN)
                                .in(Status.DONE, STATE + ASSIGNED, ASSIGNED, DONE)
                                .since(Status.STOPPED, STATE + DECLINED, DECLINED),
                        CaseStep.ofEachParty(ANSWER)
                                .heldBy(SupportProcess.ANSWER_REQUEST)
                                .in(Status.SKIPPED, ASSIGNED, DONE, DECLINED),
                        CaseStep.joint(RATE).heldBy(SupportProcess.RATE_ANSWER).in(Status.SKIPPED, DONE, DECLINED))
                .facts(view -> facts(requests.of(view.caseId())));
    }

    @Bean
    FrameworkLink mechanismLink() {
        return new FrameworkLink("frameworks.mechanism", "frameworks.mechanism.open", "/support/mechanism");
    }

    /** Who asked and answered, and how the answer was rated. */
    private static List<StepFact> facts(SupportRequest request) {
        List<StepFact> facts = new ArrayList<>();
        facts.add(new StepFact(ASK, null, Status.DONE, ASK, request.askedBy(), request.askedAt()));
        if (request.state() == DONE) {
            facts.add(new StepFact(
                    ANSWER, request.agency(), Status.DONE, STATE + DONE, request.answeredBy(), request.answeredAt()));
            if (request.rating() != null) {
                facts.add(new StepFact(
                        RATE, null, Status.DONE, STAGE + "rated." + request.rating(), null, request.ratedAt()));
            }
        }
        return facts;
    }
}
