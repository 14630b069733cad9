package org.tandem.selection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.cases.StageLineSource;
import org.tandem.people.Roster;
import org.tandem.platform.web.StageLine;
import org.tandem.platform.web.StageLine.Status;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.HeldStep;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.Tasks;
import org.tandem.vetting.VettedParties;

/** The stage line of a selection case: nominate, agree, name jointly, vet, decide; each party in its own lane (D16). */
@Component
class SelectionStageLine implements StageLineSource {

    private final Nominations nominations;
    private final Cases cases;
    private final Tasks tasks;
    private final Roster roster;
    private final VettedParties vettedParties;
    private final Translator translator;
    private final HeldStep heldStep;

    SelectionStageLine(
            Nominations nominations,
            Cases cases,
            Tasks tasks,
            Roster roster,
            VettedParties vettedParties,
            Translator translator,
            HeldStep heldStep) {
        this.nominations = nominations;
        this.cases = cases;
        this.tasks = tasks;
        this.roster = roster;
        this.vettedParties = vettedParties;
        this.translator = translator;
        this.heldStep = heldStep;
    }

    @Override
    public String kind() {
        return SelectionProcess.KEY;
    }

    @Override
    public StageLine of(CaseView view) {
        NominationView nomination = nominations.of(view.caseId()).view();
        SelectionState state = SelectionState.valueOf(view.stateBeneath());
        List<OpenTask> open = tasks.openOf(view.caseId());
        List<String> parties = cases.parties(view.framework());
        List<StageLine.Lane> lanes = parties.stream()
                .map(agency -> new StageLine.Lane(agency, agency))
                .toList();
        List<StageLine.Step> steps = new ArrayList<>();
        for (String agency : parties) {
            steps.add(namingStep(view, nomination, state, open, agency));
        }
        steps.add(joint(2, "identify", identified(state, view), null));
        for (String agency : parties) {
            steps.add(vettingStep(state, open, agency, vettedParties.of(view.id())));
        }
        steps.add(outcomeStep(view, state, open));
        return new StageLine(lanes, steps);
    }

    private StageLine.Step namingStep(
            CaseView view, NominationView nomination, SelectionState state, List<OpenTask> open, String agency) {
        if (agency.equals(nomination.nominatedBy())) {
            return step(
                    1, agency, "nominate", Status.DONE, roster.nameOf(nomination.nominator()), view.openedAt(), null);
        }
        Optional<NominationView.AgreementView> given = nomination.agreements().stream()
                .filter(agreement -> agreement.agency().equals(agency))
                .findFirst();
        if (given.isPresent()) {
            boolean agreed = given.get().answer().equals(Agreement.Answer.AGREE.name());
            return step(
                    1,
                    agency,
                    agreed ? "agreed" : "refused",
                    agreed ? Status.DONE : Status.STOPPED,
                    roster.nameOf(given.get().person()),
                    given.get().at(),
                    null);
        }
        return waiting(
                1,
                agency,
                "agree",
                open,
                SelectionProcess.AGREE_NOMINATION,
                state.isEnded() ? Status.SKIPPED : Status.NEXT);
    }

    private static Status identified(SelectionState state, CaseView view) {
        return switch (state) {
            case PROPOSED -> Status.NEXT;
            case NOT_AGREED, WITHDRAWN -> Status.SKIPPED;
            default -> Status.DONE;
        };
    }

    private StageLine.Step vettingStep(
            SelectionState state, List<OpenTask> open, String agency, Map<String, Instant> voted) {
        Instant at = voted.get(agency);
        if (at != null) {
            return step(3, agency, "vetted", Status.DONE, null, at, null);
        }
        return waiting(3, agency, "vet", open, "vetCountry", state.isEnded() ? Status.SKIPPED : Status.NEXT);
    }

    private StageLine.Step outcomeStep(CaseView view, SelectionState state, List<OpenTask> open) {
        Optional<OpenTask> joint = open.stream()
                .filter(task -> List.of("answerQuestion", "repairRoster").contains(task.key()))
                .findFirst();
        if (joint.isPresent()) {
            return heldStep.of(4, null, said(joint.get().key()), joint.get());
        }
        return switch (state) {
            case VETTED -> joint(4, "outcome.VETTED", Status.DONE, view.stateSince());
            case NOT_SELECTED, NOT_AGREED, WITHDRAWN -> joint(4, "outcome." + state, Status.STOPPED, view.stateSince());
            case IN_DIVERGENCE -> joint(4, "inDivergence", Status.NOW, view.stateSince());
            default -> joint(4, "outcome", Status.NEXT, null);
        };
    }

    private StageLine.Step waiting(
            int stage, String agency, String label, List<OpenTask> open, String key, Status otherwise) {
        return open.stream()
                .filter(task -> task.key().equals(key) && agency.equals(task.party()))
                .findFirst()
                .map(task -> heldStep.of(stage, agency, said(label), task))
                .orElseGet(() -> step(stage, agency, label, otherwise, null, null, null));
    }

    private StageLine.Step joint(int stage, String label, Status status, @Nullable Instant at) {
        return step(stage, null, label, status, null, at, null);
    }

    private StageLine.Step step(
            int stage,
            @Nullable String agency,
            String label,
            Status status,
            @Nullable String holder,
            @Nullable Instant at,
            @Nullable Instant due) {
        return new StageLine.Step(stage, agency, said(label), status, holder, at, due);
    }

    private String said(String label) {
        return translator.say("selection.stage." + label);
    }
}
