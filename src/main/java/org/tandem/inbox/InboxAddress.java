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
        TaskFilter filter = TaskFilter.of(box == null ? Box.ALL : box)
                .withFramework(framework)
                .withArea(ALL_AREAS.equals(area) ? null : area)
                .withCountry(text(parameter.apply("country")))
                .withTaskKey(text(parameter.apply("task")))
                .withTimeliness(timeliness(parameter.apply("due")))
                .withHolder(text(parameter.apply("with")))
                .withSort(sort == null ? Sort.DUE : sort)
                .withAfter(text(parameter.apply("after")));
        return new InboxAddress(filter, "exact".equals(parameter.apply("count")));
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
        add(query, "with", filter.holder());
        add(query, "sort", filter.sort() == Sort.DUE ? null : word(filter.sort()));
        add(query, "count", exact ? "exact" : null);
        add(query, "after", filter.after());
        return query.toString();
    }

    /** The list, carried along by the address of a task in it. */
    public String carried() {
        String query = query();
        return query.isEmpty()
                ? ""
                : "&_in=" + java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8);
    }

    public String path() {
        String query = query();
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }

    /** What a saved view keeps: the choice, neither the page nor how exactly it was counted. */
    InboxAddress worthKeeping() {
        return new InboxAddress(filter.withAfter(null), false);
    }

    /** Whom it waits on is asked only of tasks that are with others. */
    InboxAddress in(Box box) {
        return new InboxAddress(filter.withBox(box).withHolder(null).withAfter(null), exact);
    }

    InboxAddress by(Sort sort) {
        return new InboxAddress(filter.withSort(sort).withAfter(null), exact);
    }

    public InboxAddress from(@Nullable String cursor) {
        return new InboxAddress(filter.withAfter(cursor), exact);
    }

    public InboxAddress counted() {
        return new InboxAddress(filter, true);
    }

    public InboxAddress unfiltered() {
        return new InboxAddress(filter.unfiltered(), exact);
    }

    /** Framework and area as one value of the filter form. */
    public String areaKey() {
        if (filter.framework() == null) {
            return filter.area() == null ? "" : filter.area();
        }
        return filter.framework() + "-" + (filter.area() == null ? ALL_AREAS : filter.area());
    }

    public @Nullable String due() {
        return filter.timeliness() == null ? null : due(filter.timeliness());
    }

    static String due(Timeliness timeliness) {
        return timeliness == Timeliness.DUE_SOON ? "soon" : word(timeliness);
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
