package org.tandem.divergence;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseColumns;
import org.tandem.platform.register.Cell;
import org.tandem.platform.register.Choice;
import org.tandem.platform.register.Condition;
import org.tandem.platform.register.Filter;
import org.tandem.platform.register.Order;
import org.tandem.platform.register.Register;
import org.tandem.platform.web.Translator;

/** All divergences and their outcomes; what was said in them is read elsewhere, by those concerned. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class DivergenceRegister {

    /** Longer texts are shortened in the table. */
    private static final int SHOWN = 120;

    /** In the place of a state: all that are not settled, or all that are. */
    private static final String OPEN = "OPEN";

    private static final String SETTLED = "SETTLED";

    private final CaseColumns cases;
    private final Translator translator;
    private final Clock clock;

    @Bean
    Register<DivergenceRow> divergencesRegister() {
        return cases.register("divergence", "/divergence", DivergenceRow.class)
                .machines("/divergence", "list", "divergences", "divergences")
                .words("cases.kind.divergence.all", "divergence.list.empty", "divergence.list.empty.hint")
                .lead("divergence.list.lead")
                .filter(cases.byFramework("divergence.list.framework"))
                .filter(Filter.on(
                        "subject", "divergence.subject", "subject", named("divergence.subject.", Subject.values())))
                .filter(cases.byCountry("divergence.list.country"))
                .filter(cases.byArea("divergence.list.area"))
                .filter(Filter.on("level", "divergence.level", "level", named("divergence.level.", Level.values())))
                .filter(Filter.among("state", "divergence.list.state", this::states, DivergenceRegister::inState))
                .filter(Filter.inLinks("matter", "matter"))
                .order(Order.by("open", "divergence.list.sort.open", "settled", "-since"))
                .order(Order.by("since", "divergence.list.sort.since", "-since"))
                .order(cases.orderedByCountry("divergence.list.country", "-since"))
                .column("divergence.list.id", row -> Cell.link(row.id(), "/divergence/" + row.id()))
                .cells(
                        "divergence.subject",
                        row -> List.of(
                                Cell.text(translator.say("divergence.subject." + row.subject)),
                                Cell.typed(StringUtils.abbreviate(row.summary, SHOWN))))
                .column("divergence.list.about", row -> Cell.link(cases.about(row), "/cases/" + row.matter))
                .column("divergence.list.state", cases::state)
                .column("divergence.list.since", row -> Cell.date(row.since()))
                .cells("divergence.list.days.COUNTRY", row -> shown(daysAt(row, Level.COUNTRY)))
                .cells("divergence.list.days.REGION", row -> shown(daysAt(row, Level.REGION)))
                .cells("divergence.list.days.JOINT_MECHANISM", row -> shown(daysAt(row, Level.JOINT_MECHANISM)))
                .cells("divergence.outcome", this::outcome)
                .data("matter", String.class, row -> row.matter)
                .data("subject", String.class, row -> row.subject)
                .data("summary", String.class, row -> row.summary)
                .data("level", String.class, row -> row.level)
                .data("outcome", String.class, row -> row.outcome)
                .data("settledText", String.class, row -> row.settledText)
                .data("raisedAt", Instant.class, DivergenceRow::openedAt)
                .data("daysAtCountryLevel", Long.class, row -> daysAt(row, Level.COUNTRY))
                .data("daysAtRegionalLevel", Long.class, row -> daysAt(row, Level.REGION))
                .data("daysAtJointMechanism", Long.class, row -> daysAt(row, Level.JOINT_MECHANISM));
    }

    private @Nullable Long daysAt(DivergenceRow row, Level level) {
        return row.daysAt(level, clock.instant());
    }

    private static List<Cell> shown(@Nullable Long days) {
        return days == null ? List.of() : List.of(Cell.text(days.toString()));
    }

    private Supplier<List<Choice>> named(String prefix, Enum<?>... values) {
        return () -> Stream.of(values)
                .map(value -> new Choice(value.name(), translator.say(prefix + value)))
                .toList();
    }

    private List<Choice> states() {
        List<Choice> states = new ArrayList<>(List.of(
                new Choice(OPEN, translator.say("divergence.list.open")),
                new Choice(SETTLED, translator.say("divergence.list.settled"))));
        Stream.of(DivergenceState.values())
                .filter(state -> state != DivergenceState.RAISED)
                .forEach(state -> states.add(new Choice(state.name(), cases.stateName(state.name()))));
        return states;
    }

    private static Condition<DivergenceRow> inState(String state) {
        return switch (state) {
            case OPEN -> Condition.is("settled", 0);
            case SETTLED -> Condition.is("settled", 1);
            default -> Condition.is("state", state);
        };
    }

    private List<Cell> outcome(DivergenceRow row) {
        return row.outcome == null
                ? List.of()
                : List.of(
                        Cell.text(translator.say("divergence.outcome." + row.outcome)),
                        Cell.typed(StringUtils.abbreviate(row.settledText, SHOWN)));
    }
}
