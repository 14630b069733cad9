package org.tandem.calls;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.funds.Call;
import org.tandem.funds.CallEvent;
import org.tandem.funds.CallWords;
import org.tandem.funds.Calls;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.tasks.forms.Option;
import org.tandem.tasks.starts.Remark;
import org.tandem.tasks.starts.Start;

/** What the forms about a call have in common: which one, which version of it was seen, and what a colleague saved since. */
@Component
@RequiredArgsConstructor
class CallForms {

    static final String CALL = "call";
    static final String VERSION = "version";
    static final String OVER = "over";

    private final Calls calls;
    private final CallWords words;

    /** The call it is about, if it is about one that is there already. */
    Optional<Call> of(Start start) {
        return start.typed(CALL).map(this::one);
    }

    Call one(String code) {
        return calls.find(code).orElseThrow(() -> Refused.notFound("calls.refused.noCall", code));
    }

    /** The version somebody agreed to write over, or the one that was seen. */
    @Nullable
    String seen(Start start) {
        return start.typed(OVER).or(() -> start.typed(VERSION)).orElse(null);
    }

    /** Stays the one that was seen when somebody else was faster: what they have changed is told from it. */
    static String version(Start start, Call call) {
        return start.typed(VERSION).orElse(String.valueOf(call.version()));
    }

    private Optional<Call> moved(Start start) {
        return of(start).filter(call -> start.typed(VERSION)
                .filter(seen -> !seen.equals(String.valueOf(call.version())))
                .isPresent());
    }

    Map<String, Object> facts(Start start) {
        return Map.of("known", of(start).isPresent(), "moved", moved(start).isPresent(), "hidden", true);
    }

    List<Option> overs(Start start, String label) {
        return moved(start)
                .map(call -> List.of(new Option(String.valueOf(call.version()), label)))
                .orElse(List.of());
    }

    static List<Option> zones() {
        return new TreeSet<>(ZoneId.getAvailableZoneIds())
                .stream()
                        .filter(zone -> zone.equals("UTC")
                                || zone.matches(
                                        "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                        .map(zone -> new Option(zone, zone.replace('_', ' ')))
                        .toList();
    }

    /** What is only known in words, what the file says otherwise, and what a colleague has changed meanwhile. */
    List<Remark> remarks(Start start) {
        List<Remark> remarks = new ArrayList<>();
        of(start).ifPresent(call -> {
            remarks.add(Remark.of("calls.remark.call", call.title(), words.say(Call.CLOSES, call.term(Call.CLOSES))));
            for (String field : List.of(Call.OPENS, Call.CLOSES)) {
                if (call.term(field) != null && !CallInput.typed(call).containsKey(field)) {
                    remarks.add(Remark.of("calls.remark.words", label(field), words.say(field, call.term(field))));
                }
            }
            call.differences()
                    .forEach((field, said) ->
                            remarks.add(Remark.of("calls.remark.file", label(field), words.say(field, said))));
        });
        moved(start).ifPresent(call -> calls.events(call.id()).stream()
                .filter(event -> event.version()
                        > Integer.parseInt(start.typed(VERSION)
                                .filter(seen -> seen.matches("\\d{1,9}"))
                                .orElse("0")))
                .forEach(event -> remarks.addAll(since(event))));
        return remarks;
    }

    private List<Remark> since(CallEvent event) {
        Object by = event.person() == null ? Message.of("calls.file") : MessageArgument.person(event.person());
        List<Remark> remarks = new ArrayList<>();
        remarks.add(Remark.of("calls.remark.moved", by, Message.of("calls.event." + event.kind())));
        event.changes()
                .forEach(change -> remarks.add(Remark.of(
                        "calls.remark.now",
                        label(change.field()),
                        words.say(change.field(), change.after()),
                        words.say(change.field(), change.before()))));
        return remarks;
    }

    private static Message label(String field) {
        return Message.of("calls.field." + field);
    }
}
