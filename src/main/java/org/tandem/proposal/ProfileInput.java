package org.tandem.proposal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ValueRange;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.cases.PlainText;
import org.tandem.funds.Call;
import org.tandem.funds.Calls;
import org.tandem.funds.Fund;
import org.tandem.funds.Funds;
import org.tandem.funds.ProposalTemplate;
import org.tandem.funds.ProposalTemplates;
import org.tandem.people.PersonName;
import org.tandem.platform.Refused;
import org.tandem.platform.TextRules;

/** A profile as it was typed or sent, checked field by field. */
@Component
@RequiredArgsConstructor
class ProfileInput {

    private static final int MOST_OF_A_TITLE = 200;
    private static final int MOST_MONTHS = 120;
    private static final ValueRange YEARS = ValueRange.of(1900, 2200);

    private final Cases cases;
    private final Funds funds;
    private final Calls calls;
    private final ProposalTemplates templates;
    private final Writers writers;
    private final Clock clock;

    /**
     * @param now what is stored; the form of another fund is its newest unless one is named
     * @param typed by field; leads as {@code lead.<agency>}
     * @throws Refused naming the field and what to do
     */
    Profile check(CaseId id, Profile now, Map<String, String> typed) {
        CaseView view = cases.find(id).orElseThrow();
        List<String> parties = cases.parties(view.framework());
        String convening = Objects.requireNonNullElse(typed.get("convening"), "");
        if (!parties.contains(convening)) {
            throw Refused.invalid("convening", "proposal.refused.convening");
        }
        Map<String, UUID> leads = new TreeMap<>(now.leads());
        for (String party : parties) {
            String name = "lead." + party;
            String person = Objects.requireNonNullElse(typed.get(name), "");
            boolean asBefore = person.equals(String.valueOf(now.leads().get(party)));
            if (!person.isBlank() && !asBefore) {
                leads.put(party, lead(view, party, person, name));
            }
        }
        @Nullable String fund = fund(typed.get("fund"));
        return new Profile(
                title(typed.get("title")),
                convening,
                fund,
                call(now, fund, typed.get("call")),
                form(now, fund, typed.get("form")),
                date(typed.get("startsOn")),
                months(typed.get("months")),
                leads);
    }

    private static String title(@Nullable String typed) {
        String title = PlainText.of("title", Objects.requireNonNullElse(typed, ""), MOST_OF_A_TITLE);
        if (title.codePoints().anyMatch(TextRules::isUnwelcomeInALine)) {
            throw Refused.invalid("title", "proposal.refused.title");
        }
        return title;
    }

    private @Nullable String fund(@Nullable String code) {
        return TextRules.isEmpty(code)
                ? null
                : funds.find(code).map(Fund::code).orElseThrow(() -> Refused.invalid("fund", "proposal.refused.fund"));
    }

    /** Who chooses another fund leaves the call of the former one. */
    private @Nullable String call(Profile now, @Nullable String fund, @Nullable String code) {
        if (TextRules.isEmpty(code) || code.equals(now.call()) && !Objects.equals(fund, now.fund())) {
            return null;
        }
        Call call = calls.find(code)
                .filter(one -> calls.takes(one, fund))
                .orElseThrow(() -> Refused.invalid("call", "proposal.refused.call"));
        if (!code.equals(now.call()) && call.hasEnded(clock.instant())) {
            throw Refused.invalid("call", "proposal.refused.callOver");
        }
        return call.id();
    }

    private String form(Profile now, @Nullable String fund, @Nullable String code) {
        boolean named = !TextRules.isEmpty(code) && !code.equals(now.form());
        if (!named) {
            return Objects.equals(fund, now.fund())
                    ? now.form()
                    : templates.fullFor(fund).code();
        }
        return templates.fullOf(fund).stream()
                .map(ProposalTemplate::code)
                .filter(code::equals)
                .findFirst()
                .orElseThrow(() -> Refused.invalid("form", "proposal.refused.form"));
    }

    private static @Nullable LocalDate date(@Nullable String typed) {
        try {
            LocalDate date = TextRules.isEmpty(typed) ? null : LocalDate.parse(TextRules.clean(typed));
            if (date == null || YEARS.isValidIntValue(date.getYear())) {
                return date;
            }
        } catch (DateTimeException noDate) {
            // Said below.
        }
        throw Refused.invalid("startsOn", "proposal.refused.startsOn");
    }

    private static @Nullable Integer months(@Nullable String typed) {
        if (TextRules.isEmpty(typed)) {
            return null;
        }
        String clean = TextRules.clean(typed);
        int months = clean.matches("[0-9]{1,3}") ? Integer.parseInt(clean) : 0;
        if (months < 1 || months > MOST_MONTHS) {
            throw Refused.invalid("months", "proposal.refused.months", MOST_MONTHS);
        }
        return months;
    }

    private UUID lead(CaseView view, String party, String person, String field) {
        return writers.of(view, party).stream()
                .map(PersonName::id)
                .filter(id -> id.toString().equals(person))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(field, "proposal.refused.lead"));
    }
}
