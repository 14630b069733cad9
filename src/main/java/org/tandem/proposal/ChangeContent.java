package org.tandem.proposal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.ActingAs;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.divergence.DisputedPlaces;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;

/**
 * The one door to every change of what a proposal says, of whatever part. Takes the proposal, not its case, as freezing it
 * does; only a change of a text that was reviewed or cleared takes both, because it takes the case back to revision (D37).
 * What was read before it was taken counts for nothing: a text may have been frozen while the writer waited.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class ChangeContent {

    private final Cases cases;
    private final Proposals proposals;
    private final ProposalAnswers answers;
    private final Writers writers;
    private final ActingAs actingAs;
    private final CaseHistory history;
    private final ProposalProcess process;
    private final DisputedPlaces disputed;
    private final Clock clock;

    /**
     * Takes the proposal and changes nothing yet: whoever then finds that nothing is to be changed leaves it at that. Call it
     * before anything of the content is read.
     *
     * @throws org.tandem.platform.Refused when the person may not write
     */
    public Proposal hold(CaseId id, SignedIn who, boolean reopen) {
        if (reopen) {
            cases.lock(id);
        }
        Proposal proposal = proposals.hold(id.value()).orElseThrow(() -> ProposalRefused.none(id));
        mayChange(cases.readableNow(id, who), who);
        return proposal;
    }

    /**
     * Call it before anything of the content is read, unless it is held already.
     *
     * @param place what is changed, as in {@link Places}
     * @param reopen whether the writer knows that reviews and clearances become void
     * @throws org.tandem.platform.Refused when the person may not write, or not now
     */
    public Proposal begin(CaseId id, SignedIn who, String place, boolean reopen) {
        Proposal proposal = hold(id, who, reopen);
        CaseView view = cases.readable(id, who);
        ProposalState state = mayChange(view, who);
        requireUndisputed(id, place);
        if (!state.isBeingWritten()) {
            if (!reopen) {
                throw ProposalRefused.frozen();
            }
            reopen(view, who);
        }
        answers.voidYes(id, who.personId());
        writers.hasWritten(id, who.personId());
        proposal.changed(clock.instant());
        return proposal;
    }

    /**
     * Whether somebody may write at all in this state, be it that reviews and clearances become void.
     *
     * @throws org.tandem.platform.Refused when not
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public ProposalState mayChange(CaseView view, SignedIn who) {
        if (!writers.mayWrite(view, who)) {
            throw ProposalRefused.notAWriter();
        }
        return ProposalState.of(view).orElseThrow(ProposalRefused::notWritten);
    }

    /** Another form leaves out sections of this one. @throws org.tandem.platform.Refused when anything is disputed */
    void requireNoDispute(CaseId id) {
        disputed.of(id).values().stream().findFirst().ifPresent(open -> {
            throw ProposalRefused.disputed(open);
        });
    }

    void requireUndisputed(CaseId id, String place) {
        Map<String, CaseId> open = disputed.of(id);
        for (String closed : List.of(place, Places.WHOLE)) {
            if (open.containsKey(closed)) {
                throw ProposalRefused.disputed(open.get(closed));
            }
        }
    }

    /** Everybody whose word has become void learns it, and the writers do. */
    private void reopen(CaseView view, SignedIn who) {
        CaseId id = view.caseId();
        Message reopened = Message.of("proposal.history.reopened");
        cases.move(id, ProposalState.REVISION.name(), null);
        history.add(
                id, CaseEntry.Kind.STEP, who.personId(), actingAs.of(view, who).group(), reopened, null);
        Stream<String> said =
                answers.of(id).stream().filter(ProposalAnswer::stands).map(ProposalAnswer::actingAs);
        Stream.concat(writers.groupsOf(view), said)
                .distinct()
                .forEach(group -> history.tell(id, group, reopened, who.personId()));
        process.changed(id);
    }
}
