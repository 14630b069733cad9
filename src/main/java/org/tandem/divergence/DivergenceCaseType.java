package org.tandem.divergence;

import static org.tandem.divergence.DivergenceState.AGREED_TO_DIFFER;
import static org.tandem.divergence.DivergenceState.CLOSED_NO_AGREEMENT;
import static org.tandem.divergence.DivergenceState.COUNTRY_LEVEL;
import static org.tandem.divergence.DivergenceState.JOINT_MECHANISM;
import static org.tandem.divergence.DivergenceState.RAISED;
import static org.tandem.divergence.DivergenceState.REGIONAL_LEVEL;
import static org.tandem.divergence.DivergenceState.RESOLVED;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseStep;
import org.tandem.cases.CaseTone;
import org.tandem.cases.CaseType;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.cases.StepFact;
import org.tandem.platform.web.StageLine.Status;

/** A divergence of the parties about a case: settled on one of three levels, in the end one way or the other. */
@Configuration(proxyBeanMethods = false)
class DivergenceCaseType {

    static final char LETTER = 'D';

    private static final String RAISE = "cases.state.RAISED";
    private static final String OUTCOME = "divergence.stage.outcome";

    /** Found by what it is about and what was settled, never by what anybody held. */
    @Bean
    CaseType divergenceCase(
            Divergences divergences, ObjectProvider<DisputedCase> disputed, ObjectProvider<Cases> cases) {
        return CaseType.of(DivergenceProcess.KEY)
                .below(LETTER, disputed.stream().map(DisputedCase::kind).toArray(String[]::new))
                .states(CaseTone.INFO, RAISED, COUNTRY_LEVEL, REGIONAL_LEVEL, JOINT_MECHANISM)
                .ends(CaseTone.DONE, RESOLVED)
                .ends(CaseTone.WAIT, AGREED_TO_DIFFER)
                .ends(CaseTone.STOP, CLOSED_NO_AGREEMENT)
                .register("/divergence", 40, "cases.kind.divergence.all")
                .words(view -> divergences.findById(view.id()).stream()
                        .flatMap(divergence -> Stream.of(divergence.summary(), divergence.settledText())))
                .steps(CaseStep.joint(RAISE))
                .steps(Stream.of(Level.values()).map(DivergenceCaseType::at).toArray(CaseStep[]::new))
                .steps(CaseStep.joint(OUTCOME))
                .facts(view -> facts(
                        view, divergences.of(view.caseId()), cases.getObject().parties(view.framework())));
    }

    private static String key(Level level) {
        return "divergence.level." + level;
    }

    /** Whoever has nothing to do at the present level has done their part. */
    private static CaseStep at(Level level) {
        return CaseStep.ofEachParty(key(level))
                .heldBy(
                        DivergenceProcess.STATE_POSITION,
                        DivergenceProcess.ATTEMPT_SETTLEMENT,
                        DivergenceProcess.ANSWER_TEXT,
                        DivergenceProcess.BRIEF_MECHANISM,
                        DivergenceProcess.ADVISE_MECHANISM,
                        DivergenceProcess.PROPOSE_OUTCOME,
                        DivergenceProcess.AGREE_OUTCOME,
                        DivergenceProcess.REPAIR_SIDES)
                .otherwise(Status.DONE);
    }

    /** When it was raised, what came of it, and of every level but the present one whether it was needed. */
    private static List<StepFact> facts(CaseView view, Divergence divergence, List<String> parties) {
        List<StepFact> facts = new ArrayList<>();
        facts.add(new StepFact(RAISE, null, Status.DONE, RAISE, null, view.openedAt()));
        for (Level level : Level.values()) {
            if (level != divergence.level() || !divergence.state().isOpen()) {
                parties.forEach(party -> facts.add(past(divergence, level, party)));
            }
        }
        Outcome outcome = divergence.outcome();
        if (outcome != null) {
            facts.add(new StepFact(
                    OUTCOME,
                    null,
                    outcome.state() == CLOSED_NO_AGREEMENT ? Status.STOPPED : Status.DONE,
                    "divergence.outcome." + outcome,
                    null,
                    divergence.settledAt()));
        }
        return facts;
    }

    private static StepFact past(Divergence divergence, Level level, String party) {
        boolean toCome = divergence.state().isOpen() && level.compareTo(divergence.level()) > 0;
        return divergence.stays().stream()
                .filter(stay -> stay.level() == level)
                .findFirst()
                .map(stay -> new StepFact(key(level), party, Status.DONE, key(level), null, stay.leftAt()))
                .orElseGet(() ->
                        new StepFact(key(level), party, toCome ? Status.NEXT : Status.SKIPPED, key(level), null, null));
    }
}
