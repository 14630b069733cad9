package org.tandem.proposal;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseSection;
import org.tandem.cases.CaseView;
import org.tandem.platform.SignedIn;

/** Which version lies on the table and what every party has said of it: it has to be read to review and to clear. */
@Component
@RequiredArgsConstructor
class ProposalSection implements CaseSection {

    private final Proposals proposals;
    private final FrozenVersions versions;
    private final ProposalAnswers answers;

    record Shown(
            String convening,
            @Nullable String fund,
            @Nullable Latest latest,
            List<ProposalAnswer> answers) {}

    record Latest(int number, String fingerprint, String shortFingerprint) {}

    @Override
    public String name() {
        return "proposal";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public @Nullable Object of(CaseView view, SignedIn reader) {
        return proposals
                .findById(view.id())
                .map(proposal -> new Shown(
                        proposal.convening(),
                        proposal.fund(),
                        versions.latest(view.caseId())
                                .map(frozen ->
                                        new Latest(frozen.number(), frozen.fingerprint(), frozen.shortFingerprint()))
                                .orElse(null),
                        answers.of(view.caseId())))
                .orElse(null);
    }
}
