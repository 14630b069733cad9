package org.tandem.calls;

import java.util.List;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.funds.Call;
import org.tandem.funds.Calls;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.proposal.JudgeReadiness;

/** A coordinator enters a call or changes one; whoever writes for it is told, and its readiness is judged anew. */
@UseCase
@RequiredArgsConstructor
class ChangeCall {

    private final Calls calls;
    private final Applicants applicants;
    private final JudgeReadiness readiness;
    private final Cases cases;

    static boolean mayChange(SignedIn who) {
        return who.holds(Role.COORDINATOR);
    }

    static void requireMay(SignedIn who) {
        if (!mayChange(who)) {
            throw Refused.forbidden("calls.refused.coordinators");
        }
    }

    void enter(Call call, @Nullable String reason, SignedIn who) {
        if (!calls.enter(call, who.personId(), reason)) {
            throw Refused.invalid("code", "calls.refused.codeTaken", call.id());
        }
    }

    /**
     * @param seen version somebody had before their eyes; of two who change it at once the second is shown both
     * @param change what becomes of the call as it is held
     */
    Call change(
            Call found,
            @Nullable String seen,
            String kind,
            UnaryOperator<Call> change,
            @Nullable String reason,
            SignedIn who) {
        if (seen == null) {
            throw Refused.invalid(CallForms.VERSION, "calls.refused.version");
        }
        List<CaseId> concerned = applicants.of(found);
        concerned.forEach(cases::lock);
        Call before = calls.hold(found.id()).orElseThrow();
        if (!String.valueOf(before.version()).equals(seen)) {
            throw Refused.conflict("calls.refused.moved").about("over");
        }
        Call now = change.apply(before);
        if (now.terms().equals(before.terms()) && now.ended() == before.ended()) {
            throw Refused.invalid("reason", "calls.refused.nothingChanged");
        }
        calls.change(before, now, kind, who.personId(), reason);
        Message words = Message.of("calls.notice." + kind, now.name(), now.closing());
        for (CaseId id : concerned) {
            applicants.tell(id, CaseEntry.Kind.STEP, words, who.personId(), reason);
            readiness.judge(id);
        }
        return now;
    }
}
