package org.tandem.selection;

import static org.tandem.selection.SelectionState.IN_DIVERGENCE;
import static org.tandem.selection.SelectionState.IN_VETTING;
import static org.tandem.selection.SelectionState.JOINTLY_IDENTIFIED;
import static org.tandem.selection.SelectionState.NOT_AGREED;
import static org.tandem.selection.SelectionState.NOT_SELECTED;
import static org.tandem.selection.SelectionState.PROPOSED;
import static org.tandem.selection.SelectionState.RETURNED;
import static org.tandem.selection.SelectionState.VETTED;
import static org.tandem.selection.SelectionState.WITHDRAWN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseReader;
import org.tandem.cases.CaseStep;
import org.tandem.cases.CaseTone;
import org.tandem.cases.CaseType;
import org.tandem.cases.CaseView;
import org.tandem.cases.StepFact;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.NavigationEntry;
import org.tandem.platform.web.StageLine.Status;
import org.tandem.tasks.InboxLink;
import org.tandem.vetting.VettedParties;
import org.tandem.vetting.VettingTasks;

/** Countries jointly identified and vetted; a selected country is read by its Resident Coordinator, too (D43). */
@Configuration(proxyBeanMethods = false)
class SelectionCaseType {

    private static final String REGISTER = "/selection";
    private static final String NOMINATE = REGISTER + "/nominate";
    private static final String STAGE = "selection.stage.";
    private static final String AGREE = STAGE + "agree";
    /** A step that brings a case into a state is called like the state. */
    private static final String STATE = "cases.state.";

    private static final String IDENTIFY = STATE + "JOINTLY_IDENTIFIED";
    private static final String VET = STAGE + "vet";

    @Bean
    CaseType selectionCase(Nominations nominations, VettedParties vettedParties, Frameworks frameworks) {
        return CaseType.of(SelectionProcess.KEY)
                .ends(CaseTone.DONE, VETTED)
                .states(CaseTone.WAIT, IN_DIVERGENCE, RETURNED)
                .states(CaseTone.INFO, IN_VETTING, JOINTLY_IDENTIFIED, PROPOSED)
                .ends(CaseTone.STOP, NOT_SELECTED, NOT_AGREED, WITHDRAWN)
                .register(REGISTER, 20, "selection.nav.list")
                .reader(new CaseReader(Role.RESIDENT_COORDINATOR, CaseReader.About.COUNTRY, Set.of(VETTED.name())))
                .steps(
                        CaseStep.ofEachParty(AGREE)
                                .heldBy(SelectionProcess.AGREE_NOMINATION)
                                .in(Status.SKIPPED, VETTED, NOT_SELECTED, NOT_AGREED, WITHDRAWN),
                        CaseStep.joint(IDENTIFY)
                                .in(Status.NEXT, PROPOSED)
                                .in(Status.SKIPPED, NOT_AGREED, WITHDRAWN)
                                .otherwise(Status.DONE),
                        CaseStep.joint(STAGE + VettingTasks.ANSWER_QUESTION)
                                .optional()
                                .heldBy(VettingTasks.ANSWER_QUESTION)
                                .heldAs(VettingTasks.REPAIR_ROSTER, STAGE + VettingTasks.REPAIR_ROSTER),
                        CaseStep.ofEachParty(VET)
                                .heldBy(VettingTasks.VET_COUNTRY)
                                .in(Status.SKIPPED, VETTED, NOT_SELECTED, NOT_AGREED, WITHDRAWN),
                        CaseStep.joint(STAGE + "withdrawal").optional().heldBy(SelectionProcess.AGREE_WITHDRAWAL),
                        CaseStep.joint(STAGE + "outcome")
                                .since(Status.DONE, STATE + "VETTED", VETTED)
                                .since(Status.STOPPED, STATE + "NOT_SELECTED", NOT_SELECTED)
                                .since(Status.STOPPED, STATE + "NOT_AGREED", NOT_AGREED)
                                .since(Status.STOPPED, STATE + "WITHDRAWN", WITHDRAWN)
                                .since(Status.NOW, STATE + "IN_DIVERGENCE", IN_DIVERGENCE))
                .facts(view -> facts(
                        view,
                        nominations.of(view.caseId()).view(),
                        frameworks.byShortCode(view.framework()).orElseThrow().parties(),
                        vettedParties));
    }

    /** Who nominated and agreed, since when it is jointly identified, and whose vote is in. */
    private static List<StepFact> facts(
            CaseView view, NominationView nomination, List<String> parties, VettedParties vettedParties) {
        List<StepFact> facts = new ArrayList<>();
        facts.add(new StepFact(
                AGREE,
                nomination.nominatedBy(),
                Status.DONE,
                STAGE + "nominate",
                nomination.nominator(),
                view.openedAt()));
        nomination.agreements().forEach(given -> {
            boolean agreed = given.answer().equals(Agreement.Answer.AGREE.name());
            facts.add(new StepFact(
                    AGREE,
                    given.agency(),
                    agreed ? Status.DONE : Status.STOPPED,
                    STAGE + (agreed ? "agreed" : "refused"),
                    given.person(),
                    given.at()));
        });
        List<Instant> agreed = nomination.agreements().stream()
                .filter(given -> given.answer().equals(Agreement.Answer.AGREE.name()))
                .map(NominationView.AgreementView::at)
                .sorted()
                .toList();
        if (agreed.size() == parties.size() - 1) {
            facts.add(new StepFact(IDENTIFY, null, Status.DONE, IDENTIFY, null, agreed.get(agreed.size() - 1)));
        }
        vettedParties
                .of(view.id())
                .forEach((party, at) -> facts.add(new StepFact(VET, party, Status.DONE, STAGE + "vetted", null, at)));
        return facts;
    }

    /** Whoever can bring a country in finds the way on every page. */
    @Bean
    NavigationEntry nominateEntry(Frameworks frameworks, Nominators nominators) {
        return new NavigationEntry(15, "task.nominateCountry", NOMINATE, mayNominate(frameworks, nominators));
    }

    @Bean
    InboxLink nominateFromInbox(Frameworks frameworks, Nominators nominators) {
        return new InboxLink(10, "inbox.empty.nominate", NOMINATE, mayNominate(frameworks, nominators));
    }

    @Bean
    InboxLink selectedFromInbox() {
        return new InboxLink(20, "inbox.empty.selected", REGISTER, person -> true);
    }

    private static Predicate<SignedIn> mayNominate(Frameworks frameworks, Nominators nominators) {
        return person -> frameworks.all().stream().anyMatch(framework -> nominators.mayNominateIn(framework, person));
    }
}
