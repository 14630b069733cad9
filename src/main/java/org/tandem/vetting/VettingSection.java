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

    /** @param own the reader's own vote, readable by nobody else while it is sealed */
    record Progress(
            int round,
            String state,
            List<String> voted,
            List<String> waitingFor,
            @Nullable String question,
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
        return 40;
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
                voted,
                open
                        ? cases.parties(view.framework()).stream()
                                .filter(agency -> !voted.contains(agency))
                                .toList()
                        : List.of(),
                vetting.question(),
                sealed
                        ? List.of()
                        : vetting.votes().stream().map(VettingSection::opened).toList(),
                own.map(VettingSection::opened).orElse(null),
                own.isPresent() && voted.size() == 1 && view.suspendedBy() == null && view.waitingSince() == null);
    }

    private static OpenedVote opened(CastVote vote) {
        return new OpenedVote(
                vote.round(),
                vote.agency(),
                vote.decision().name(),
                vote.reason(),
                vote.state() == CastVote.State.OPENED,
                vote.at());
    }
}
