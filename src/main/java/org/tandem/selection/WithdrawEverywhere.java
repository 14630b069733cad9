package org.tandem.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.PlainText;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;

/**
 * A country taken off the list for all its areas. No use case of its own: each case is asked for in a transaction of its
 * own, so that one refusal leaves the others standing.
 */
@Component
@RequiredArgsConstructor
class WithdrawEverywhere {

    private final WithdrawCountry withdrawCountry;
    private final Coordinators coordinators;
    private final JdbcClient jdbc;

    /** @param refused why it was not asked for; null when it was */
    record Result(String caseId, String area, @Nullable Refused refused) {

        public @Nullable Message why() {
            return refused == null ? null : refused.words();
        }
    }

    private record Found(String caseId, String area) {}

    /** The cases of the country that have not ended, each with what stands in the way of asking, if anything does. */
    List<Result> cases(String framework, String country, SignedIn who) {
        coordinators.agencyOf(framework, who);
        return found(framework, country).stream()
                .map(found -> tried(found, () -> withdrawCountry.mayAsk(new CaseId(found.caseId()), who)))
                .toList();
    }

    /** @param areas only these; all when empty */
    List<Result> ask(String framework, String country, Collection<String> areas, String typed, SignedIn who) {
        coordinators.agencyOf(framework, who);
        String reason = PlainText.of("reason", typed, NominationInput.MOST);
        List<Result> results = new ArrayList<>();
        for (Found found : found(framework, country)) {
            if (areas.isEmpty() || areas.contains(found.area())) {
                results.add(tried(found, () -> withdrawCountry.ask(new CaseId(found.caseId()), reason, who)));
            }
        }
        return results;
    }

    private static Result tried(Found found, Runnable step) {
        try {
            step.run();
            return new Result(found.caseId(), found.area(), null);
        } catch (Refused refused) {
            return new Result(found.caseId(), found.area(), refused);
        }
    }

    private List<Found> found(String framework, String country) {
        return jdbc.sql("""
                        select case_id, area from tandem.nomination where framework = ? and country = ?
                        and state not in ('NOT_SELECTED', 'NOT_AGREED', 'WITHDRAWN') order by area, case_id""").params(framework, country).query(Found.class).list();
    }
}
