package org.tandem.selection;

import java.util.List;
import java.util.UUID;
import org.tandem.cases.CaseId;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** Sends a nomination form, once however often its button is pressed. */
@UseCase
class SubmitNomination {

    private final NominationDrafts drafts;
    private final NominationRules rules;
    private final NominateCountry nominateCountry;
    private final StandingNow now;

    SubmitNomination(NominationDrafts drafts, NominationRules rules, NominateCountry nominateCountry, StandingNow now) {
        this.drafts = drafts;
        this.rules = rules;
        this.nominateCountry = nominateCountry;
        this.now = now;
    }

    /**
     * @param form which form it was; the second time it is sent nothing is opened
     * @return the cases opened, now or the first time
     * @throws NominationInput.Invalid with everything that is wrong
     */
    List<CaseId> submit(UUID form, NominationInput input, SignedIn who) {
        List<CaseId> earlier = drafts.hold(form, who.personId());
        if (!earlier.isEmpty()) {
            return earlier;
        }
        NominationInput.Checked checked = input.check(null);
        List<Refused> problems = checked.with(rules.problems(checked.proposal(), who, now));
        if (!problems.isEmpty()) {
            throw new NominationInput.Invalid(problems);
        }
        List<CaseId> opened = nominateCountry.nominate(checked.proposal(), who);
        drafts.sent(form, who.personId(), opened);
        return opened;
    }
}
