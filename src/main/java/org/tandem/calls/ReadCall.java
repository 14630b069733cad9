package org.tandem.calls;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.funds.Call;
import org.tandem.funds.CallEvent;
import org.tandem.funds.CallState;
import org.tandem.funds.Calls;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** A call with everything that is known around it, for anybody who is signed in; of proposals those the reader may read. */
@UseCase
@Transactional(readOnly = true)
@RequiredArgsConstructor
class ReadCall {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final CallForms forms;
    private final CallDates dates;
    private final Calls calls;
    private final Applicants applicants;

    /**
     * @param daysLeft null when it is closed or nobody knows
     * @param requested sum of what those ask that are in the running or have won; null when none has a budget
     * @param approved sum of what is granted; null when nothing is
     */
    record Seen(
            Call call,
            CallState state,
            @Nullable Long daysLeft,
            List<Applicants.Applicant> applicants,
            @Nullable BigDecimal requested,
            @Nullable BigDecimal approved,
            List<CallEvent> events) {

        /** How much of the ceiling an amount is, in per cent; null when one of them is not known. */
        public @Nullable BigDecimal used(@Nullable BigDecimal amount) {
            return amount == null
                    ? null
                    : call.ceiling()
                            .map(ceiling -> amount.multiply(HUNDRED).divide(ceiling, 0, RoundingMode.HALF_UP))
                            .orElse(null);
        }
    }

    Seen of(String code, SignedIn who) {
        Call call = forms.one(code);
        List<Applicants.Applicant> found = applicants.of(call, who);
        return new Seen(
                call,
                dates.state(call),
                dates.daysLeft(call),
                found,
                sum(found, Applicants.Applicant::requested),
                sum(found, Applicants.Applicant::approved),
                calls.events(code));
    }

    private static @Nullable BigDecimal sum(
            List<Applicants.Applicant> found, Function<Applicants.Applicant, @Nullable BigDecimal> amount) {
        return found.stream()
                .filter(Applicants.Applicant::counts)
                .map(amount)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }
}
