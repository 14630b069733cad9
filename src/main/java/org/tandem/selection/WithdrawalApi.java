package org.tandem.selection;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Message;
import org.tandem.platform.web.Translator;

/** The withdrawal of a country in all its areas, for machines. */
@RestController
@RequiredArgsConstructor
class WithdrawalApi {

    private final WithdrawEverywhere withdraw;
    private final CurrentPerson currentPerson;
    private final Translator translator;

    /** @param areas only these; all when there are none */
    record Wanted(
            @Nullable String framework,
            @Nullable String country,
            @Nullable List<String> areas,
            @Nullable String reason) {}

    /** @param asked whether its withdrawal was asked for; if not, why */
    record Answer(
            String caseId,
            boolean asked,
            @Nullable String code,
            @Nullable String detail) {}

    /** 200 says that all were looked at, not that all were asked for. */
    @PostMapping("/api/selection/withdrawals")
    List<Answer> withdraw(@RequestBody Wanted wanted) {
        return withdraw
                .ask(
                        String.valueOf(wanted.framework()),
                        String.valueOf(wanted.country()),
                        wanted.areas() == null ? List.of() : wanted.areas(),
                        wanted.reason() == null ? "" : wanted.reason(),
                        currentPerson.get())
                .stream()
                .map(this::answer)
                .toList();
    }

    private Answer answer(WithdrawEverywhere.Result result) {
        Message why = result.why();
        return why == null
                ? new Answer(result.caseId(), true, null, null)
                : new Answer(result.caseId(), false, why.key(), translator.say(why));
    }
}
