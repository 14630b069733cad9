package org.tandem.proposal;

import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.SignedIn;

/** A proposal as a whole, for machines. */
@RestController
@RequiredArgsConstructor
class ProposalApi {

    private static final String ADDRESS = "/api/proposal/" + CaseId.PATH;

    private final ReadProposal read;
    private final SaveProfile save;
    private final ProposalAnswers answers;
    private final Organisations organisations;
    private final CurrentPerson currentPerson;

    /**
     * @param seen to be sent back when the profile is saved
     * @param fingerprint of the version frozen last, null when none was
     */
    record Whole(
            String id,
            String state,
            Map<String, String> profile,
            String seen,
            String form,
            @Nullable Integer version,
            @Nullable String fingerprint,
            List<Organisation> organisations,
            List<ProposalAnswer> answers) {}

    /** @param reopen whether reviews and clearances of the text may become void by it */
    record Wanted(
            @Nullable Map<String, String> profile, @Nullable String seen, boolean reopen) {}

    @GetMapping(ADDRESS)
    Whole one(@PathVariable String caseId) {
        return whole(new CaseId(caseId), currentPerson.get());
    }

    @PutMapping(ADDRESS + "/profile")
    Whole saveProfile(@PathVariable String caseId, @RequestBody Wanted wanted) {
        CaseId id = new CaseId(caseId);
        save.save(id, wanted.profile(), wanted.seen(), wanted.reopen(), currentPerson.get());
        return whole(id, currentPerson.get());
    }

    private Whole whole(CaseId id, SignedIn who) {
        ProposalFrame frame = read.frame(id, who);
        Profile profile = read.profile(id);
        return new Whole(
                id.value(),
                frame.view().state(),
                profile.fields(),
                profile.mark(),
                frame.form(),
                frame.latest().map(FrozenVersion::number).orElse(null),
                frame.latest().map(FrozenVersion::fingerprint).orElse(null),
                organisations.of(id),
                answers.of(id));
    }
}
