package org.tandem.calls;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.countries.Countries;
import org.tandem.funds.Call;
import org.tandem.platform.Refused;
import org.tandem.tasks.forms.FormValues;

/** What was typed about a call, in the fields of a call; and the other way round. */
@Component
@RequiredArgsConstructor
class CallInput {

    private static final String TIME = "Time";
    private static final List<String> TEXTS =
            List.of(Call.NAME, Call.ZONE, Call.ORGANISATIONS, Call.TEMPLATE, Call.SIGNATURES);

    private final Countries countries;

    /** @param now as it stands, null for a new one */
    Map<String, String> terms(FormValues typed, @Nullable Call now) {
        Map<String, String> terms = new LinkedHashMap<>();
        TEXTS.forEach(field -> typed.text(field).ifPresent(text -> terms.put(field, text)));
        date(typed, Call.OPENS, now).ifPresent(date -> terms.put(Call.OPENS, date));
        date(typed, Call.CLOSES, now).ifPresent(date -> terms.put(Call.CLOSES, date));
        typed.number(Call.CEILING)
                .ifPresent(
                        amount -> terms.put(Call.CEILING, amount.toBigInteger().toString()));
        typed.text(Call.COUNTRIES).map(this::codes).ifPresent(codes -> terms.put(Call.COUNTRIES, codes));
        return terms;
    }

    /** A day, or a day with a minute that there is in the zone; words nobody could type here stay until a day is known. */
    Optional<String> date(FormValues typed, String field, @Nullable Call now) {
        Optional<LocalDate> day = typed.date(field);
        Optional<LocalTime> time = typed.time(field + TIME);
        if (day.isEmpty()) {
            if (time.isPresent()) {
                throw Refused.invalid(field, "calls.refused.dayMissing");
            }
            return Optional.ofNullable(now).map(call -> call.term(field)).filter(words -> !day(words)
                    .isPresent());
        }
        if (time.isEmpty()) {
            return day.map(LocalDate::toString);
        }
        String zone = typed.text(Call.ZONE).orElseThrow(() -> Refused.invalid(Call.ZONE, "calls.refused.zoneMissing"));
        LocalDateTime local = day.get().atTime(time.get().truncatedTo(ChronoUnit.MINUTES));
        if (ZoneId.of(zone).getRules().getValidOffsets(local).isEmpty()) {
            throw Refused.invalid(
                    field + TIME, "calls.refused.noSuchTime", time.get().toString());
        }
        return Optional.of(local.toString());
    }

    private String codes(String lines) {
        Set<String> codes = new LinkedHashSet<>();
        for (String line : lines.split("\n")) {
            if (!line.isBlank()) {
                codes.add(countries
                        .named(line.strip())
                        .orElseThrow(() -> Refused.invalid(Call.COUNTRIES, "calls.refused.country", line.strip()))
                        .iso3());
            }
        }
        return String.join(" ", codes);
    }

    static void requireInOrder(Call call) {
        if (call.opensAt().isPresent()
                && call.closesAt()
                        .filter(closes -> !call.opensAt().get().isBefore(closes))
                        .isPresent()) {
            throw Refused.invalid(Call.CLOSES, "calls.refused.closesBeforeItOpens");
        }
    }

    /** What stands in the form of a call that is there already. */
    static Map<String, List<String>> typed(Call call) {
        Map<String, String> typed = new LinkedHashMap<>(call.terms());
        for (String field : List.of(Call.OPENS, Call.CLOSES)) {
            Optional<String> day = Optional.ofNullable(typed.remove(field)).flatMap(CallInput::day);
            day.ifPresent(date -> typed.put(field, date.substring(0, 10)));
            day.filter(date -> date.length() > 10).ifPresent(date -> typed.put(field + TIME, date.substring(11)));
        }
        typed.computeIfPresent(Call.COUNTRIES, (field, codes) -> codes.replace(' ', '\n'));
        return typed.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue())));
    }

    /** Nothing where only words are known. */
    private static Optional<String> day(String written) {
        return Optional.of(written).filter(text -> text.matches("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2})?"));
    }
}
