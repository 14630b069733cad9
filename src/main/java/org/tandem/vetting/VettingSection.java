package org.tandem.vetting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseSection;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.SignedIn;

/** How far the vetting is: who has voted, the question asked, the votes once they are open; one's own sealed vote. */
@Component
@RequiredArgsConstructor
class VettingSection implements CaseSection {

    private final Vettings vettings;
    private final Cases cases;

    /**
     * @param open whether votes are being given
     * @param own the reader's own vote, readable by nobody else while it is sealed
     */
    record Progress(
            int round,
            String state,
            boolean open,
            List<String> voted,
            List<String> waitingFor,
            @Nullable String question,
            @Nullable String answer,
            List<OpenedVote> votes,
            @Nullable OpenedVote own,
            boolean mayTakeBack) {}

    record OpenedVote(
            int round,
            String agency,
            String decision,
            @Nullable String reason,
            boolean counts,
            Instant at) {}

    @Override
    public String name() {
        return "vetting";
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public @Nullable Object of(CaseView view, SignedIn reader) {
        return vettings.findById(view.id())
                .map(vetting -> progress(view, vetting, reader))
                .orElse(null);
    }

    private Progress progress(CaseView view, Vetting vetting, SignedIn reader) {
        List<String> voted = vetting.voted();
        // A country withdrawn meanwhile leaves its votes sealed: they never counted.
        boolean sealed = vetting.state() == VettingState.IN_VETTING || vetting.state() == VettingState.RETURNED;
        boolean open = vetting.state() == VettingState.IN_VETTING
                && view.stateBeneath().equals(VettingState.IN_VETTING.name());
        Optional<CastVote> own = vetting.votes().stream()
                .filter(vote ->
                        open && vote.countsIn(vetting.round()) && vote.person().equals(reader.personId()))
                .findFirst();
        return new Progress(
                vetting.round(),
                vetting.state().name(),
                open,
                voted,
                open
                        ? cases.parties(view.framework()).stream()
                                .filter(agency -> !voted.contains(agency))
                                .toList()
                        : List.of(),
                vetting.question(),
                vetting.answer(),
                sealed
                        ? List.of()
                        : vetting.votes().stream()
                                .map(vote -> opened(vote, vote.state() == CastVote.State.OPENED))
                                .toList(),
                own.map(vote -> opened(vote, true)).orElse(null),
                own.isPresent() && voted.size() == 1 && view.suspendedBy() == null && view.waitingSince() == null);
    }

    /** @param counts a vote taken back or voided stays as a fact, what its writer said with it does not */
    private static OpenedVote opened(CastVote vote, boolean counts) {
        return new OpenedVote(
                vote.round(),
                vote.agency(),
                vote.decision().name(),
                counts ? vote.reason() : null,
                vote.state() == CastVote.State.OPENED,
                vote.at());
    }
}
