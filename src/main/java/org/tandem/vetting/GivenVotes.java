package org.tandem.vetting;

import java.text.Normalizer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.SignedIn;

/** Whether the very same decision of this person is recorded already: sending it again is then no mistake. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class GivenVotes {

    private final Vettings vettings;
    private final JdbcClient jdbc;

    boolean holds(CountryDecision decision, SignedIn who) {
        return vettings.findById(decision.caseId())
                .filter(vetting -> decision.decision() == Vote.RETURN
                        ? hasAnswered(decision, who) && same(vetting.question(), decision.reason())
                        : vetting.votes().stream().anyMatch(vote -> isSame(vote, vetting.round(), decision, who)))
                .isPresent();
    }

    private boolean hasAnswered(CountryDecision decision, SignedIn who) {
        return jdbc.sql("""
                        select exists (select from tandem.task
                        where case_id = ? and task_key = ? and state = 'DONE' and ended_by = ?)""")
                .params(decision.caseId(), VettingProcess.VET_COUNTRY, who.personId())
                .query(Boolean.class)
                .single();
    }

    private static boolean isSame(CastVote vote, int round, CountryDecision decision, SignedIn who) {
        return vote.round() == round
                && vote.person().equals(who.personId())
                && (vote.state() == CastVote.State.SEALED || vote.state() == CastVote.State.OPENED)
                && vote.decision() == decision.decision()
                && same(vote.reason(), decision.reason());
    }

    private static boolean same(@Nullable String kept, @Nullable String sent) {
        return plain(kept).equals(plain(sent));
    }

    private static String plain(@Nullable String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFC)
                        .replaceAll("\\s+", " ")
                        .strip();
    }
}
