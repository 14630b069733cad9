package org.tandem.calls;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.funds.Call;
import org.tandem.funds.CallState;
import org.tandem.platform.Refused;
import org.tandem.platform.UseCase;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.forms.FormInput;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;
import org.tandem.tasks.starts.Remark;
import org.tandem.tasks.starts.Start;
import org.tandem.tasks.starts.StartForm;
import org.tandem.tasks.starts.StartPlace;
import org.tandem.tasks.starts.Started;

/** The form by which a fund's word on a call is recorded: it closes later, now, or it is cancelled. */
@UseCase
@RequiredArgsConstructor
class DecideCall implements StartForm {

    private static final String DECISION = "decision";
    private static final String EXTENDED = "EXTENDED";

    private final CallForms forms;
    private final CallInput input;
    private final ChangeCall change;
    private final Translator translator;

    @Override
    public StartPlace place() {
        return new StartPlace("calls", "decideCall", "/calls/decide", "/api/calls/decisions");
    }

    @Override
    public Set<String> carried() {
        return Set.of(CallForms.CALL, CallForms.VERSION);
    }

    @Override
    public List<String> namedBy() {
        return List.of(CallForms.CALL, DECISION);
    }

    @Override
    public void mayStart(Start start) {
        ChangeCall.requireMay(start.who());
        found(start);
    }

    private Call found(Start start) {
        return forms.one(start.typed(CallForms.CALL).orElse(""));
    }

    @Override
    public Map<String, Object> facts(Start start) {
        return forms.facts(start);
    }

    @Override
    public Map<String, List<Option>> options(Start start) {
        return Map.of("zones", CallForms.zones(), "overs", forms.overs(start, translator.say("calls.over")));
    }

    @Override
    public FormInput beginning(Start start) {
        Call call = found(start);
        Map<String, List<String>> begun = new HashMap<>(CallInput.typed(call));
        begun.keySet().retainAll(Set.of("closesTime", Call.ZONE));
        begun.put(CallForms.VERSION, List.of(CallForms.version(start, call)));
        return FormInput.of(begun);
    }

    @Override
    public List<Remark> remarks(Start start) {
        return forms.remarks(start);
    }

    @Override
    public Started submit(Start start, FormValues values) {
        String decision = values.text(DECISION).orElseThrow();
        Call now = change.change(
                found(start),
                forms.seen(start),
                decision,
                call -> decided(call, decision, values),
                values.text("reason").orElseThrow(),
                start.who());
        return EnterCall.done(now, "calls.flash." + decision);
    }

    private Call decided(Call call, String decision, FormValues values) {
        if (!decision.equals(EXTENDED)) {
            return call.changed(call.terms(), CallState.valueOf(decision));
        }
        Map<String, String> terms = new HashMap<>(call.terms());
        terms.put(Call.CLOSES, input.date(values, Call.CLOSES, null).orElseThrow());
        terms.put(Call.ZONE, values.text(Call.ZONE).orElseThrow());
        Call extended = call.changed(terms, null);
        CallInput.requireInOrder(extended);
        Optional<Instant> before = call.closesAt();
        // Closed or cancelled by mistake, it opens again until the moment it had.
        if (call.ended() == null
                && before.isPresent()
                && extended.closesAt().filter(before.get()::isBefore).isEmpty()) {
            throw Refused.invalid(Call.CLOSES, "calls.refused.notLater");
        }
        return extended;
    }
}
