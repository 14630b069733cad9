package org.tandem.calls;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.funds.Call;
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
import org.tandem.platform.web.Times;
import org.tandem.platform.web.Translator;

/** What opens and closes from now on, for everybody, in the reader's time; last, what nobody knows the date of. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class CallsCalendar {

    private static final String UNKNOWN = "unknown";

    private final Calls calls;
    private final Funds funds;
    private final Frameworks frameworks;
    private final CallDates dates;
    private final CallWords words;
    private final Times times;
    private final Translator translator;
    private final Clock clock;

    @Bean
    Register<CallMoment> callsCalendarRegister() {
        Supplier<List<CallMoment>> moments = () -> calls.all().stream()
                .flatMap(CallMoment::of)
                .filter(this::isAhead)
                .toList();
        return new Register<>(
                        "calls",
                        "/calls/calendar",
                        new ListRows<>(
                                moments,
                                Map.of(
                                        "id",
                                        CallMoment::id,
                                        "fund",
                                        moment -> moment.call().fund(),
                                        "month",
                                        this::month,
                                        "at",
                                        moment -> Objects.requireNonNullElse(moment.at(), Instant.MAX))))
                .machines("/calls/calendar", "calendar", "dates", "calls-calendar")
                .words("calls.calendar.title", "calls.calendar.empty.title", "calls.calendar.empty.text")
                .lead("calls.calendar.lead")
                .notes(who -> List.of(
                        new Register.Note("/profile#calendar", translator.say("calls.calendar.subscribe"), ""),
                        new Register.Note(
                                "/calls/calendar?month=" + UNKNOWN, translator.say("calls.calendar.unknown"), "")))
                .scope(who -> Condition.test(moment -> true))
                .filter(Filter.on("month", "calls.calendar.month", "month", () -> months(moments.get())))
                .filter(Filter.on("fund", "calls.field.fund", "fund", () -> funds.all().stream()
                        .map(fund -> new Choice(fund.code(), fund.shortName()))
                        .toList()))
                .filter(Filter.among(
                        "framework",
                        "calls.calendar.framework",
                        () -> frameworks.all().stream()
                                .map(one ->
                                        new Choice(one.shortCode(), one.shortTitle(LocaleContextHolder.getLocale())))
                                .toList(),
                        code -> Condition.test(moment -> frameworks
                                .byShortCode(code)
                                .filter(one -> isFor(one, moment.call()))
                                .isPresent())))
                .order(Order.by("date", "calls.calendar.date", "at"))
                .column(
                        "calls.field.name",
                        moment -> Cell.link(
                                moment.call().name(), "/calls/" + moment.call().id()))
                .column("calls.calendar.what", moment -> Cell.text(translator.say("calls.field." + moment.field())))
                .column("calls.calendar.date", this::inReadersTime)
                .column("calls.calendar.given", moment -> Cell.text(written(moment)))
                .column(
                        "calls.field.zone",
                        moment -> Cell.small(words.say(Call.ZONE, moment.call().term(Call.ZONE))))
                .column(
                        "calls.field.fund",
                        moment -> Cell.link(
                                fundName(moment.call()),
                                "/funds/" + moment.call().fund()))
                .column(
                        "calls.state",
                        moment -> Cell.tag(
                                CallsRegister.tone(dates.state(moment.call())),
                                translator.say("calls.state." + dates.state(moment.call()))))
                .data("id", String.class, CallMoment::id)
                .data("call", String.class, moment -> moment.call().id())
                .data("fund", String.class, moment -> moment.call().fund())
                .data("what", String.class, CallMoment::field)
                .data("at", Instant.class, CallMoment::at)
                .data("given", String.class, moment -> moment.call().term(moment.field()))
                .data("zone", String.class, moment -> moment.call().term(Call.ZONE))
                .data("state", String.class, moment -> dates.state(moment.call())
                        .name());
    }

    /** What is not known is ahead as long as its call is not over. */
    private boolean isAhead(CallMoment moment) {
        return moment.at() == null ? !moment.call().hasEnded(clock.instant()) : !times.isPast(moment.at());
    }

    private String month(CallMoment moment) {
        if (moment.at() == null) {
            return UNKNOWN;
        }
        return YearMonth.from(moment.isInAZone() ? moment.at().atZone(times.zone()) : moment.day())
                .toString();
    }

    private List<Choice> months(List<CallMoment> moments) {
        Locale locale = LocaleContextHolder.getLocale();
        return Stream.concat(
                        moments.stream()
                                .map(this::month)
                                .filter(month -> !month.equals(UNKNOWN))
                                .distinct()
                                .sorted()
                                .map(month -> new Choice(
                                        month,
                                        YearMonth.parse(month)
                                                .format(DateTimeFormatter.ofPattern("LLLL uuuu", locale)))),
                        Stream.of(new Choice(UNKNOWN, translator.say("funds.unknown"))))
                .toList();
    }

    private Cell inReadersTime(CallMoment moment) {
        return Cell.text(moment.isInAZone() ? times.full(moment.at()) : written(moment));
    }

    private String written(CallMoment moment) {
        return words.say(moment.field(), moment.call().term(moment.field()));
    }

    private String fundName(Call call) {
        return funds.find(call.fund()).map(Fund::shortName).orElse(call.fund());
    }

    /** Whether a framework names the fund, or the one it is a window of, among its sources of money. */
    private boolean isFor(Framework framework, Call call) {
        return framework.fundingSources().stream()
                .map(source -> funds.find(source.code()).map(Fund::code).orElse(""))
                .anyMatch(fund -> calls.takes(call, fund)
                        || funds.find(call.fund())
                                .map(Fund::parent)
                                .filter(fund::equals)
                                .isPresent());
    }
}
