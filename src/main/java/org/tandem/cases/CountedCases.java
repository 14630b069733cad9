package org.tandem.cases;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.platform.Message;

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

    private final Map<String, String> fixed = new LinkedHashMap<>();
    private @Nullable Supplier<Map<String, Message>> known;

    private final Map<String, Object> params = new HashMap<>();
    private Function<FigureScope, String> noun = scope -> "";
    private Function<FigureScope, String> rows = scope -> "";
    private String order = "id";

    @Getter
    private boolean addsUp = true;

    private boolean regional;

    @Getter
    private final List<String> amounts = new ArrayList<>();

    private Rates rates = found -> Map.of();

    @Getter
    private @Nullable String toldApartBy;

    private Function<Set<String>, List<FigureLine>> lines = keys -> List.of();

    /** What follows from what is added up by value. */
    @FunctionalInterface
    public interface Rates {
        Map<String, BigDecimal> of(Map<String, Map<String, BigDecimal>> found);
    }

    /** @param dimension by what it counts */
    public static CountedCases of(JdbcClient jdbc, String code, String kind, String dimension) {
        return new CountedCases(jdbc, code, kind, dimension).with("kind", kind);
    }

    /** In this order, under the message of this beginning and the value. */
    public CountedCases by(String messages, Stream<?> counted) {
        counted.map(Object::toString).forEach(value -> fixed.put(value, messages + value));
        return this;
    }

    /** By what is data, each under its words; what begins with a framework concerns this one alone. */
    public CountedCases by(Supplier<Map<String, Message>> words) {
        known = words;
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

    /** Its query has a column of this name for each; the rates follow from what they and the number add up to, by value. */
    public CountedCases adding(String... names) {
        amounts.addAll(List.of(names));
        return this;
    }

    public CountedCases rated(Rates by) {
        rates = by;
        return this;
    }

    /** @param column of its query, and parameter of its list */
    public CountedCases apartBy(String column, Function<Set<String>, List<FigureLine>> named) {
        toldApartBy = column;
        lines = named;
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
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>(fixed);
        if (known != null) {
            known.get().forEach((value, words) -> values.put(value, words.key()));
        }
        return values;
    }

    @Override
    public Map<String, String> values(FigureScope scope) {
        Map<String, String> values = values();
        if (known != null) {
            values.keySet()
                    .removeIf(value -> scope.frameworks().stream().noneMatch(code -> value.startsWith(code + "-")));
        }
        return values;
    }

    @Override
    public Message said(String value) {
        return known == null ? CaseFigure.super.said(value) : known.get().get(value);
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
    public Map<String, Map<String, BigDecimal>> amounts(FigureScope scope) {
        return added("''", scope).getOrDefault("", Map.of());
    }

    @Override
    public Map<String, BigDecimal> rates(Map<String, Map<String, BigDecimal>> found) {
        return rates.of(found);
    }

    @Override
    public List<FigureLine> apart(FigureScope scope) {
        if (toldApartBy == null) {
            return List.of();
        }
        Map<String, Map<String, Map<String, BigDecimal>>> found = added(toldApartBy, scope);
        return lines.apply(found.keySet()).stream()
                .map(line -> line.finding(found.getOrDefault(line.key(), Map.of())))
                .toList();
    }

    /** By line and value. */
    private Map<String, Map<String, Map<String, BigDecimal>>> added(String line, FigureScope scope) {
        Map<String, Map<String, Map<String, BigDecimal>>> found = new HashMap<>();
        String sums = amounts.stream()
                .map(name -> ", coalesce(sum(" + name + "), 0) as " + name)
                .collect(Collectors.joining());
        asked("select " + line + " as line, value, count(*) as number" + sums, scope, null, "group by 1, 2")
                .query(row -> {
                    Map<String, BigDecimal> one = new LinkedHashMap<>();
                    one.put(NUMBER, row.getBigDecimal(NUMBER));
                    for (String name : amounts) {
                        one.put(name, row.getBigDecimal(name));
                    }
                    found.computeIfAbsent(row.getString("line"), any -> new HashMap<>())
                            .put(row.getString("value"), one);
                });
        return found;
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
        String only = " where (:value::text is null or value = :value) "
                + (scope.line() == null || toldApartBy == null ? "" : "and " + toldApartBy + " = :line ");
        return jdbc.sql(select + " from (" + rows.apply(scope) + ") counted" + only + end)
                .params(scope.params())
                .params(params)
                .param("value", value)
                .param("line", scope.line())
                .param("language", LocaleContextHolder.getLocale().getLanguage());
    }
}
