package org.tandem.inbox;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Refused;
import org.tandem.tasks.TaskFilter;
import org.tandem.tasks.TaskFilter.Box;
import org.tandem.tasks.TaskFilter.Sort;
import org.tandem.tasks.TaskFilter.Timeliness;

/**
 * The inbox in the address bar: whatever is chosen on the page stands there, so that it can be kept, sent and gone back to.
 *
 * @param exact whether counts above the limit are wanted exactly (D5)
 */
record InboxAddress(TaskFilter filter, boolean exact) {

    static final String PATH = "/inbox";

    /** In the place of an area: all of the framework's. */
    private static final String ALL_AREAS = "*";

    static final InboxAddress START = new InboxAddress(TaskFilter.all(), false);

    /**
     * @param parameter gives the value of a query parameter, or null
     * @throws Refused naming the parameter that is none of ours
     */
    static InboxAddress parse(UnaryOperator<@Nullable String> parameter) {
        String area = text(parameter.apply("area"));
        String framework = text(parameter.apply("framework"));
        int dash = area == null ? -1 : area.lastIndexOf('-');
        if (area != null && dash > 0) {
            framework = area.substring(0, dash);
            area = area.substring(dash + 1);
        }
        Box box = choice(Box.class, "box", parameter.apply("box"));
        Sort sort = choice(Sort.class, "sort", parameter.apply("sort"));
        return new InboxAddress(
                new TaskFilter(
                        box == null ? Box.ALL : box,
                        framework,
                        ALL_AREAS.equals(area) ? null : area,
                        text(parameter.apply("country")),
                        text(parameter.apply("task")),
                        timeliness(parameter.apply("due")),
                        sort == null ? Sort.DUE : sort,
                        text(parameter.apply("after"))),
                "exact".equals(parameter.apply("count")));
    }

    /** What follows the question mark; empty for the inbox as it opens. Always the same text for the same choice. */
    public String query() {
        StringJoiner query = new StringJoiner("&");
        add(query, "box", filter.box() == Box.ALL ? null : word(filter.box()));
        if (filter.area() == null) {
            add(query, "framework", filter.framework());
        } else {
            add(query, "area", filter.framework() == null ? filter.area() : areaKey());
        }
        add(query, "country", filter.country());
        add(query, "task", filter.taskKey());
        add(query, "due", due());
        add(query, "sort", filter.sort() == Sort.DUE ? null : word(filter.sort()));
        add(query, "count", exact ? "exact" : null);
        add(query, "after", filter.after());
        return query.toString();
    }

    public String path() {
        String query = query();
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }

    /** What a saved view keeps: the choice, neither the page nor how exactly it was counted. */
    InboxAddress worthKeeping() {
        return new InboxAddress(filter.withAfter(null), false);
    }

    InboxAddress in(Box box) {
        return new InboxAddress(filter.withBox(box).withAfter(null), exact);
    }

    public InboxAddress by(Sort sort) {
        TaskFilter f = filter;
        return new InboxAddress(
                new TaskFilter(f.box(), f.framework(), f.area(), f.country(), f.taskKey(), f.timeliness(), sort, null),
                exact);
    }

    public InboxAddress from(@Nullable String cursor) {
        return new InboxAddress(filter.withAfter(cursor), exact);
    }

    public InboxAddress counted() {
        return new InboxAddress(filter, true);
    }

    public InboxAddress unfiltered() {
        return new InboxAddress(new TaskFilter(filter.box(), null, null, null, null, null, filter.sort(), null), exact);
    }

    InboxAddress anywhere() {
        TaskFilter f = filter;
        return new InboxAddress(
                new TaskFilter(f.box(), null, null, f.country(), f.taskKey(), f.timeliness(), f.sort(), null), exact);
    }

    InboxAddress withoutCountry() {
        TaskFilter f = filter;
        return new InboxAddress(
                new TaskFilter(f.box(), f.framework(), f.area(), null, f.taskKey(), f.timeliness(), f.sort(), null),
                exact);
    }

    InboxAddress withoutTask() {
        TaskFilter f = filter;
        return new InboxAddress(
                new TaskFilter(f.box(), f.framework(), f.area(), f.country(), null, f.timeliness(), f.sort(), null),
                exact);
    }

    InboxAddress withoutDue() {
        TaskFilter f = filter;
        return new InboxAddress(
                new TaskFilter(f.box(), f.framework(), f.area(), f.country(), f.taskKey(), null, f.sort(), null),
                exact);
    }

    /** Framework and area as one value of the filter form. */
    public String areaKey() {
        if (filter.framework() == null) {
            return filter.area() == null ? "" : filter.area();
        }
        return filter.framework() + "-" + (filter.area() == null ? ALL_AREAS : filter.area());
    }

    public @Nullable String due() {
        Timeliness timeliness = filter.timeliness();
        return timeliness == null ? null : timeliness == Timeliness.DUE_SOON ? "soon" : word(timeliness);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void add(StringJoiner query, String name, @Nullable String value) {
        if (value != null) {
            query.add(name + "=" + java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private static @Nullable Timeliness timeliness(@Nullable String word) {
        return "soon".equalsIgnoreCase(text(word)) ? Timeliness.DUE_SOON : choice(Timeliness.class, "due", word);
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> kind, String name, @Nullable String word) {
        String wanted = text(word);
        if (wanted == null) {
            return null;
        }
        try {
            return Enum.valueOf(kind, wanted.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refused.invalid(name, "inbox.refused." + name);
        }
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
