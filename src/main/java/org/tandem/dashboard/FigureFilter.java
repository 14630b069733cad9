package org.tandem.dashboard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.With;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseFigure;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;

/**
 * Which number one wants to see the list of; every field is part of the address.
 *
 * @param value what a figure about cases counts by, e.g. a state
 * @param role tasks offered to it
 * @param due {@code soon} or {@code overdue}
 * @param task key of a step
 * @param holder on whom tasks wait
 * @param line of a figure that is told apart, e.g. a call
 * @param page counted from 1
 */
@With
record FigureFilter(
        Figure figure,
        @Nullable String value,
        @Nullable Role role,
        @Nullable String due,
        @Nullable String task,
        @Nullable Holder holder,
        @Nullable Age age,
        @Nullable String line,
        int page) {

    static final String SOON = "soon";
    static final String OVERDUE = "overdue";

    static FigureFilter of(Figure figure) {
        return new FigureFilter(figure, null, null, null, null, null, null, null, 1);
    }

    /** @throws Refused naming the parameter that cannot be understood */
    static FigureFilter parse(Function<String, @Nullable String> parameter, List<CaseFigure> ofCases) {
        Figure figure = figure(parameter.apply("figure"), ofCases);
        String role = parameter.apply("role");
        String holder = parameter.apply("holder");
        return new FigureFilter(
                figure,
                value(figure, parameter, ofCases),
                role == null ? null : Role.ofCode(role).orElseThrow(() -> unknown("role")),
                known("due", parameter.apply("due"), Arrays.asList(SOON, OVERDUE), due -> due),
                step(parameter.apply("task")),
                holder == null ? null : Holder.parse(holder),
                known("age", parameter.apply("age"), Arrays.asList(Age.values()), Age::word),
                figure.line(parameter),
                page(parameter.apply("page")));
    }

    /** Capital or small letters do not matter. */
    private static Figure figure(@Nullable String word, List<CaseFigure> ofCases) {
        return word == null
                ? Figure.WAITS
                : Stream.concat(ofCases.stream().map(Figure::of), Stream.of(Figure.F6, Figure.WAITS, Figure.AGEING))
                        .filter(figure -> figure.word().equalsIgnoreCase(word))
                        .findFirst()
                        .orElseThrow(() -> unknown("figure"));
    }

    /** Figures may have a dimension in common: then the values of the chosen one count. */
    private static @Nullable String value(
            Figure chosen, Function<String, @Nullable String> parameter, List<CaseFigure> ofCases) {
        String value = null;
        for (CaseFigure figure : ofCases) {
            boolean itself = figure.equals(chosen.cases());
            if (itself
                    || chosen.cases() == null
                    || !figure.dimension().equals(chosen.cases().dimension())) {
                String wanted = parameter.apply(figure.dimension());
                String known = known(figure.dimension(), wanted, figure.values().keySet(), one -> one);
                value = itself ? known : value;
            }
        }
        return value;
    }

    private static <T> @Nullable T known(
            String name, @Nullable String word, Iterable<T> choices, Function<T, String> spelling) {
        if (word == null) {
            return null;
        }
        for (T choice : choices) {
            if (spelling.apply(choice).equalsIgnoreCase(word)) {
                return choice;
            }
        }
        throw unknown(name);
    }

    private static @Nullable String step(@Nullable String key) {
        if (key != null && !key.matches("[A-Za-z]{1,60}")) {
            throw unknown("task");
        }
        return key;
    }

    private static Refused unknown(String name) {
        return Refused.invalid(name, "dashboard.refused." + name);
    }

    private static int page(@Nullable String number) {
        return number == null || !number.matches("\\d{1,6}") ? 1 : Math.max(1, Integer.parseInt(number));
    }

    Query query(View view) {
        return new Query()
                .and("figure", figure.word())
                .and(view.query())
                .and(figure.cases() == null ? "" : figure.cases().dimension(), value)
                .and(String.valueOf(figure.lineName()), line)
                .and("role", role == null ? null : role.code())
                .and("due", due == null ? null : due.toLowerCase(Locale.ROOT))
                .and("task", task)
                .and("holder", holder)
                .and("age", age == null ? null : age.word())
                .and("page", page == 1 ? null : page);
    }

    Counted counted(long number, View view) {
        return new Counted(number, query(view));
    }
}
