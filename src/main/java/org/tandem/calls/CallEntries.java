package org.tandem.calls;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.calendar.CalendarEntries;
import org.tandem.calendar.CalendarEntry;
import org.tandem.funds.Call;
import org.tandem.funds.CallState;
import org.tandem.funds.CallWords;
import org.tandem.funds.Calls;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.Translator;

/** Opening and closing of all calls in everybody's calendar; what is not known to the day is in none. */
@Component
@RequiredArgsConstructor
class CallEntries implements CalendarEntries {

    private final Calls calls;
    private final CallWords words;
    private final Translator translator;

    @Override
    public List<CalendarEntry> of(SignedIn reader) {
        Map<String, Instant> changed = calls.changed();
        return calls.all().stream()
                .flatMap(CallMoment::of)
                .filter(moment -> moment.at() != null)
                .map(moment -> entry(moment, changed))
                .toList();
    }

    private CalendarEntry entry(CallMoment moment, Map<String, Instant> changed) {
        Call call = moment.call();
        LocalDate day = moment.isInAZone() ? null : moment.day();
        String title = translator.say("calls.calendar.entry." + moment.field(), call.title());
        return new CalendarEntry(
                "call-" + moment.id(),
                isOff(moment) // in words, too: not every program shows that an entry is cancelled
                        ? translator.say(
                                "calls.calendar.entry.off", translator.say("calls.state." + call.ended()), title)
                        : title,
                translator.say(
                        "calls.calendar.entry.text",
                        call.fund(),
                        words.say(moment.field(), call.term(moment.field())),
                        words.say(Call.ZONE, call.term(Call.ZONE))),
                day,
                day == null ? moment.at() : null,
                call.version() - 1,
                changed.get(call.id()),
                isOff(moment),
                "/calls/" + call.id());
    }

    /** A call closed by hand does not close again on its date. */
    private static boolean isOff(CallMoment moment) {
        CallState ended = moment.call().ended();
        return ended == CallState.CANCELLED
                || ended == CallState.CLOSED && moment.field().equals(Call.CLOSES);
    }
}
