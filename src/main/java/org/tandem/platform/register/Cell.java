package org.tandem.platform.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of what stands in one field of the table, in the reader's language; several may stand side by side.
 *
 * @param kind how it is shown
 * @param more address of a link, tone of a tag, or title
 */
public record Cell(
        String kind,
        @Nullable String text,
        @Nullable String more,
        @Nullable Instant at) {

    public static Cell text(@Nullable String text) {
        return new Cell("text", text, null, null);
    }

    /** What people wrote, in whatever direction it runs. */
    public static Cell typed(@Nullable String text) {
        return new Cell("typed", text, null, null);
    }

    public static Cell small(@Nullable String text) {
        return new Cell("small", text, null, null);
    }

    public static Cell code(String text) {
        return new Cell("code", text, null, null);
    }

    /** One of several, each on a line of its own. */
    public static Cell item(String text) {
        return new Cell("item", text, null, null);
    }

    public static Cell link(String text, String href) {
        return new Cell("link", text, href, null);
    }

    public static Cell tag(String tone, String text) {
        return new Cell("tag", text, tone, null);
    }

    /** A neutral tag whose title says what it is short for. */
    public static Cell mark(String text, String title) {
        return new Cell("mark", text, title, null);
    }

    public static Cell agency(@Nullable String code) {
        return new Cell(code == null ? "text" : "agency", code, null, null);
    }

    public static Cell date(Instant at) {
        return new Cell("date", null, null, at);
    }

    /** Since when; the full time is its title. */
    public static Cell ago(Instant at) {
        return new Cell("ago", null, null, at);
    }

    /** Until when; marked once it is past. */
    public static Cell due(Instant at) {
        return new Cell("due", null, null, at);
    }

    /** What people wrote at length, of which only the beginning is seen at first. */
    public static Cell folded(String text) {
        return new Cell("folded", text, null, null);
    }

    /** In a file. */
    String plain() {
        return text == null ? String.valueOf(at == null ? "" : at) : text;
    }
}
