package org.tandem.proposal.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseId;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.proposal.FreezeProposal;
import org.tandem.proposal.FrozenVersion;
import org.tandem.proposal.FrozenVersions;
import org.tandem.proposal.ProposalTasks;
import org.tandem.tasks.ChangedMeanwhile;
import org.tandem.tasks.forms.FormInput;

/** Whoever agrees to or clears a version that stands no more sees what is different in the one that does (D37). */
@UseCase
@RequiredArgsConstructor
class StaleVersion implements ChangedMeanwhile {

    private final FrozenVersions versions;
    private final FreezeProposal freeze;
    private final ReadPapers read;

    @Override
    public Set<String> taskKeys() {
        return Set.of(ProposalTasks.REVIEW_PROPOSAL, ProposalTasks.CLEAR_PROPOSAL);
    }

    @Override
    public Optional<Change> of(CaseId id, FormInput sent, SignedIn who) {
        String standing = FreezeProposal.fingerprint(freeze.content(id));
        return sent.asMap().getOrDefault("version", List.of()).stream()
                .filter(meant -> !meant.isBlank() && !meant.equals(standing))
                .findFirst()
                .map(meant -> new Change("proposal/document/changed", difference(id, meant, standing, who)));
    }

    private ReadPapers.Difference difference(CaseId id, String meant, String standing, SignedIn who) {
        Integer now = number(id, standing).orElse(null);
        return number(id, meant)
                .map(number -> read.compare(id, number, now, who).compared().difference())
                .orElse(new ReadPapers.Difference(null, now, List.of()));
    }

    private Optional<Integer> number(CaseId id, String fingerprint) {
        return versions.of(id).stream()
                .filter(frozen -> frozen.fingerprint().equals(fingerprint))
                .map(FrozenVersion::number)
                .reduce((earlier, later) -> later);
    }
}
