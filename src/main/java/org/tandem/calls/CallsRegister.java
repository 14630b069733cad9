package org.tandem.calls;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.tandem.countries.Countries;
import org.tandem.funds.Call;
import org.tandem.funds.CallState;
import org.tandem.funds.CallWords;
import org.tandem.funds.Calls;
import org.tandem.funds.Fund;
import org.tandem.funds.Funds;
import org.tandem.platform.register.Cell;
import org.tandem.platform.register.Choice;
import org.tandem.platform.register.Condition;
import org.tandem.platform.register.Filter;
import org.tandem.platform.register.ListRows;
import org.tandem.platform.register.Order;
import org.tandem.platform.register.Register;
import org.tandem.platform.web.NavigationEntry;
import org.tandem.platform.web.Translator;

/** All calls, for everybody; those that close last stand first, those nobody knows it of last. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class CallsRegister {

    private final Funds funds;
    private final Countries countries;
    private final CallDates dates;
    private final CallWords words;
    private final Translator translator;

    @Bean
    Register<Call> allCallsRegister(Calls calls) {
        ListRows<Call> rows = new ListRows<>(
                calls::all,
                Map.of("id", Call::id, "fund", Call::fund, "name", Call::name, "closing", call -> call.closesAt()
                        .orElse(Instant.EPOCH)));
        return new Register<>("calls", "/calls", rows)
                .machines("/calls", "list", "calls", "calls")
                .words("calls.title", "calls.empty.title", "calls.empty.text")
                .lead("calls.lead")
                .action("calls.enter", "/calls/enter", ChangeCall::mayChange)
                .notes(who -> List.of(new Register.Note("/calls/calendar", translator.say("calls.calendar.title"), "")))
                .scope(who -> Condition.test(call -> true))
                .filter(Filter.on("fund", "calls.field.fund", "fund", () -> funds.all().stream()
                        .map(fund -> new Choice(fund.code(), fund.shortName()))
                        .toList()))
                .filter(Filter.among(
                        "state",
                        "calls.state",
                        () -> Stream.of(CallState.values())
                                .map(state -> new Choice(state.name(), said(state)))
                                .toList(),
                        state -> Condition.test(call -> isIn(call, state))))
                .filter(Filter.among(
                        "country",
                        "calls.field.countries",
                        () -> countries.all(LocaleContextHolder.getLocale()).stream()
                                .map(country ->
                                        new Choice(country.iso3(), country.name(LocaleContextHolder.getLocale())))
                                .toList(),
                        iso3 -> Condition.test(call -> call.countries().contains(iso3))))
                .order(Order.by("closing", "calls.field.closes", "-closing"))
                .order(Order.by("name", "calls.field.name", "name"))
                .column("calls.field.name", call -> Cell.link(call.name(), "/calls/" + call.id()))
                .column("calls.code", call -> Cell.code(call.id()))
                .column("calls.field.fund", call -> Cell.link(fundName(call), "/funds/" + call.fund()))
                .column("calls.state", call -> Cell.tag(tone(dates.state(call)), said(dates.state(call))))
                .column("calls.field.closes", call -> Cell.text(words.say(Call.CLOSES, call.term(Call.CLOSES))))
                .column("calls.field.zone", call -> Cell.small(words.say(Call.ZONE, call.term(Call.ZONE))))
                .column("calls.field.ceiling", call -> Cell.text(words.say(Call.CEILING, call.term(Call.CEILING))))
                .data("id", String.class, Call::id)
                .data("fund", String.class, Call::fund)
                .data("name", String.class, call -> call.term(Call.NAME))
                .data("state", String.class, call -> dates.state(call).name())
                .data("opens", String.class, call -> call.term(Call.OPENS))
                .data("closes", String.class, call -> call.term(Call.CLOSES))
                .data("zone", String.class, call -> call.term(Call.ZONE))
                .data("closedFrom", Instant.class, call -> call.closesAt().orElse(null))
                .data("ceiling", BigDecimal.class, call -> call.ceiling().orElse(null))
                .data("countries", List.class, Call::countries);
    }

    @Bean
    NavigationEntry callsNavigation() {
        return new NavigationEntry(121, "calls.title", "/calls");
    }

    private boolean isIn(Call call, String wanted) {
        CallState state = dates.state(call);
        return state.name().equals(wanted) || state == CallState.CLOSING_SOON && wanted.equals(CallState.OPEN.name());
    }

    private String fundName(Call call) {
        return funds.find(call.fund()).map(Fund::shortName).orElse(call.fund());
    }

    private String said(CallState state) {
        return translator.say("calls.state." + state);
    }

    static String tone(CallState state) {
        return switch (state) {
            case OPEN -> "info";
            case CLOSING_SOON -> "wait";
            case CANCELLED -> "stop";
            case CLOSED -> "done";
            default -> "";
        };
    }
}
