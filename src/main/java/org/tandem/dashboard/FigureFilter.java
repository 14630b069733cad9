package org.tandem.dashboard;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;

/**
 * Which number one wants to see the list of; every field is part of the address.
 *
 * @param state of F1
 * @param level of F5
 * @param role tasks offered to it
 * @param due {@code soon} or {@code overdue}
 * @param task key of a step
 * @param holder on whom tasks wait
 * @param page counted from 1
 */
record FigureFilter(
        Figure figure,
        @Nullable String state,
        @Nullable Level level,
        @Nullable Role role,
        @Nullable String due,
        @Nullable String task,
        @Nullable Holder holder,
        @Nullable Age age,
        int page) {

    static final String SOON = "soon";
    static final String OVERDUE = "overdue";

    static FigureFilter of(Figure figure) {
        return new FigureFilter(figure, null, null, null, null, null, null, null, 1);
    }

    /** @throws Refused naming the parameter that cannot be understood */
    static FigureFilter parse(Function<String, @Nullable String> parameter) {
        String figure = parameter.apply("figure");
        String role = parameter.apply("role");
        String holder = parameter.apply("holder");
        return new FigureFilter(
                figure == null ? Figure.WAITS : Figure.of(figure),
                known("state", parameter.apply("state"), CountriesByState.STATES, state -> state),
                known("level", parameter.apply("level"), Arrays.asList(Level.values()), Level::name),
                role == null ? null : Role.ofCode(role).orElseThrow(() -> unknown("role")),
                known("due", parameter.apply("due"), Arrays.asList(SOON, OVERDUE), due -> due),
                step(parameter.apply("task")),
                holder == null ? null : Holder.parse(holder),
                known("age", parameter.apply("age"), Arrays.asList(Age.values()), Age::word),
                page(parameter.apply("page")));
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

    FigureFilter state(String wanted) {
        return new FigureFilter(figure, wanted, level, role, due, task, holder, age, page);
    }

    FigureFilter level(Level wanted) {
        return new FigureFilter(figure, state, wanted, role, due, task, holder, age, page);
    }

    FigureFilter role(Role wanted) {
        return new FigureFilter(figure, state, level, wanted, due, task, holder, age, page);
    }

    FigureFilter due(@Nullable String wanted) {
        return new FigureFilter(figure, state, level, role, wanted, task, holder, age, page);
    }

    FigureFilter task(String wanted) {
        return new FigureFilter(figure, state, level, role, due, wanted, holder, age, page);
    }

    FigureFilter holder(Holder wanted) {
        return new FigureFilter(figure, state, level, role, due, task, wanted, age, page);
    }

    FigureFilter age(Age wanted) {
        return new FigureFilter(figure, state, level, role, due, task, holder, wanted, page);
    }

    FigureFilter page(int wanted) {
        return new FigureFilter(figure, state, level, role, due, task, holder, age, wanted);
    }

    Query query(View view) {
        return new Query()
                .and("figure", figure.word())
                .and(view.query())
                .and("state", state)
                .and("level", level)
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
