package org.tandem.cases;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A figure as one query: what is counted, one row each, with the columns of {@link CaseLine} and the {@code value} it counts for. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class CountedCases implements CaseFigure {

    private final JdbcClient jdbc;

    @Getter
    private final String code;

    @Getter
    private final String kind;

    @Getter
    private final String dimension;

    @Getter
    private final Map<String, String> values = new LinkedHashMap<>();

    private final Map<String, Object> params = new HashMap<>();
    private Function<FigureScope, String> noun = scope -> "";
    private Function<FigureScope, String> rows = scope -> "";
    private String order = "id";

    @Getter
    private boolean addsUp = true;

    private boolean regional;

    /** @param dimension by what it counts */
    public static CountedCases of(JdbcClient jdbc, String code, String kind, String dimension) {
        return new CountedCases(jdbc, code, kind, dimension).with("kind", kind);
    }

    /** In this order, under the message of this beginning and the value. */
    public CountedCases by(String messages, Stream<?> counted) {
        counted.map(Object::toString).forEach(value -> values.put(value, messages + value));
        return this;
    }

    /** What is counted, by scope, e.g. countries. */
    public CountedCases called(Function<FigureScope, String> counted) {
        noun = counted;
        return this;
    }

    /** What stands in two frameworks may be the same. */
    public CountedCases eachInItsFramework() {
        addsUp = false;
        return this;
    }

    /** Its query has a column {@code region} where {@link FigureScope#byRegionOf} is set. */
    public CountedCases alsoByRegion() {
        regional = true;
        return this;
    }

    /** @param query by scope; binds {@code :kind}, {@code :language}, the parameters of the scope and those of {@link #with} */
    public CountedCases from(Function<FigureScope, String> query, String orderedBy) {
        rows = query;
        order = orderedBy;
        return this;
    }

    public CountedCases with(String param, Object value) {
        params.put(param, value);
        return this;
    }

    @Override
    public String noun(FigureScope scope) {
        return noun.apply(scope);
    }

    @Override
    public Map<String, Map<String, Long>> numbers(FigureScope scope) {
        Map<String, Map<String, Long>> numbers = new HashMap<>();
        asked("select framework, value, count(*) as number", scope, null, "group by 1, 2")
                .query(row -> {
                    numbers.computeIfAbsent(row.getString("framework"), any -> new HashMap<>())
                            .put(row.getString("value"), row.getLong("number"));
                });
        return numbers;
    }

    @Override
    public Map<String, Map<String, Map<String, Long>>> byRegion(FigureScope scope, String agency) {
        Map<String, Map<String, Map<String, Long>>> numbers = new HashMap<>();
        if (regional) {
            asked(
                            "select framework, region, value, count(*) as number",
                            scope.byRegionOf(agency),
                            null,
                            "group by 1, 2, 3")
                    .query(row -> {
                        numbers.computeIfAbsent(row.getString("framework"), any -> new HashMap<>())
                                .computeIfAbsent(row.getString("region"), any -> new HashMap<>())
                                .put(row.getString("value"), row.getLong("number"));
                    });
        }
        return numbers;
    }

    @Override
    public long count(FigureScope scope, @Nullable String value) {
        return asked("select count(*)", scope, value, "").query(Long.class).single();
    }

    @Override
    public List<CaseLine> lines(FigureScope scope, @Nullable String value, int from, int most) {
        return asked("select *", scope, value, "order by " + order + " limit " + most + " offset " + from)
                .query((row, number) -> new CaseLine(
                        row.getString("id"),
                        row.getString("framework"),
                        row.getString("area"),
                        row.getString("country"),
                        row.getString("state"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getString("parent"),
                        row.getObject("further", Long.class)))
                .list();
    }

    private JdbcClient.StatementSpec asked(String select, FigureScope scope, @Nullable String value, String end) {
        String only = value == null ? " " : " where value = :value ";
        return jdbc.sql(select + " from (" + rows.apply(scope) + ") counted" + only + end)
                .params(scope.params())
                .params(params)
                .param("value", value)
                .param("language", LocaleContextHolder.getLocale().getLanguage());
    }
}
