package org.tandem.calls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.tandem.funds.Call;
import org.tandem.funds.Funds;
import org.tandem.funds.ProposalTemplates;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;
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

/** The form to enter a call, or to correct the one that is named. */
@UseCase
@RequiredArgsConstructor
class EnterCall implements StartForm {

    private final CallForms forms;
    private final CallInput input;
    private final ChangeCall change;
    private final Funds funds;
    private final ProposalTemplates templates;
    private final Translator translator;

    @Override
    public StartPlace place() {
        return new StartPlace("calls", "enterCall", "/calls/enter", "/api/calls");
    }

    @Override
    public Set<String> carried() {
        return Set.of(CallForms.CALL, CallForms.VERSION);
    }

    @Override
    public List<String> namedBy() {
        return List.of(CallForms.CALL, "code", Call.NAME);
    }

    @Override
    public void mayStart(Start start) {
        ChangeCall.requireMay(start.who());
        forms.of(start);
    }

    @Override
    public Map<String, Object> facts(Start start) {
        return forms.facts(start);
    }

    @Override
    public Map<String, List<Option>> options(Start start) {
        return Map.of(
                "funds",
                funds.all().stream()
                        .map(fund -> new Option(fund.code(), fund.shortName()))
                        .toList(),
                "zones",
                CallForms.zones(),
                "templates",
                templates.all().stream()
                        .map(form -> new Option(form.code(), form.title(LocaleContextHolder.getLocale())))
                        .toList(),
                "overs",
                forms.overs(start, translator.say("calls.over")));
    }

    @Override
    public FormInput beginning(Start start) {
        Map<String, List<String>> begun = new HashMap<>();
        forms.of(start).ifPresent(call -> {
            begun.putAll(CallInput.typed(call));
            begun.put(CallForms.VERSION, List.of(CallForms.version(start, call)));
        });
        return FormInput.of(begun);
    }

    @Override
    public List<Remark> remarks(Start start) {
        return forms.remarks(start);
    }

    @Override
    public Started submit(Start start, FormValues values) {
        String reason = values.text("reason").orElse(null);
        SignedIn who = start.who();
        return forms.of(start)
                .map(found -> {
                    Call now = change.change(
                            found,
                            forms.seen(start),
                            "CORRECTED",
                            call -> checked(call.changed(input.terms(values, call), call.ended())),
                            reason,
                            who);
                    return done(now, "calls.flash.corrected");
                })
                .orElseGet(() -> {
                    Map<String, String> terms = input.terms(values, null);
                    Set<String> byHand = new TreeSet<>(terms.keySet());
                    byHand.add(Call.FUND);
                    Call call = checked(new Call(
                            values.text("code").orElseThrow(),
                            values.text("fund").orElseThrow(),
                            terms,
                            Map.of(),
                            byHand,
                            false,
                            null,
                            1));
                    change.enter(call, reason, who);
                    return done(call, "calls.flash.entered");
                });
    }

    private static Call checked(Call call) {
        CallInput.requireInOrder(call);
        return call;
    }

    static Started done(Call call, String said) {
        return new Started(
                "/calls/" + call.id(),
                Message.of(said, call.name()),
                Map.of("id", call.id(), "version", call.version()));
    }
}
