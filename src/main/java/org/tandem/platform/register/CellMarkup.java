package org.tandem.platform.register;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import org.tandem.platform.web.Times;
import org.tandem.platform.web.Translator;

/** Fields of a table as HTML, every text in it escaped here. */
@RequiredArgsConstructor
class CellMarkup {

    private static final int FOLDED_FROM = 180;
    private static final int BEGINNING = 160;

    private final Times times;
    private final Translator translator;

    /** @param names of the columns, which a narrow screen shows beside each field */
    String row(List<List<Cell>> line, List<String> names) {
        StringBuilder row = new StringBuilder("<th scope=\"row\">")
                .append(field(line.get(0)))
                .append("</th>");
        for (int column = 1; column < line.size(); column++) {
            row.append("<td data-label=\"")
                    .append(escaped(names.get(column)))
                    .append("\">")
                    .append(field(line.get(column)))
                    .append("</td>");
        }
        return row.toString();
    }

    /** Pieces side by side. */
    String field(List<Cell> pieces) {
        return pieces.stream().map(this::piece).collect(Collectors.joining(" "));
    }

    private String piece(Cell cell) {
        String text = escaped(cell.text());
        String more = escaped(cell.more());
        return switch (cell.kind()) {
            case "link" -> "<a dir=\"auto\" href=\"" + more + "\">" + text + "</a>";
            case "tag" -> "<span class=\"tag" + (more.isEmpty() ? "" : " tag-" + more) + "\">" + text + "</span>";
            case "mark" -> "<span class=\"tag\" title=\"" + more + "\">" + text + "</span>";
            case "agency" ->
                "<span class=\"agency agency-" + text.toLowerCase(Locale.ROOT) + "\">"
                        + escaped(translator.agency(String.valueOf(cell.text()))) + "</span>";
            case "date" -> "<span class=\"nowrap\">" + time(cell, null, null, times.date(cell.at())) + "</span>";
            case "ago" -> time(cell, null, times.date(cell.at()), times.ago(cell.at()));
            case "due" ->
                time(
                        cell,
                        times.isPast(cell.at()) ? "tag tag-late" : "due",
                        translator.say("platform.time.due.on", times.date(cell.at())),
                        times.dueIn(cell.at()));
            case "folded" -> folded(String.valueOf(cell.text()));
            case "small" -> "<span class=\"small muted\">" + text + "</span>";
            case "typed" -> "<p class=\"small muted as-typed\" dir=\"auto\">" + text + "</p>";
            case "code" -> "<code>" + text + "</code>";
            case "item" -> "<ul class=\"plain\"><li>" + text + "</li></ul>";
            default -> text;
        };
    }

    private String time(Cell cell, @Nullable String style, @Nullable String on, String words) {
        return "<time" + attribute("data-date", on) + attribute("datetime", times.iso(cell.at()))
                + attribute("title", on == null ? null : times.full(cell.at())) + attribute("class", style) + ">"
                + escaped(words) + "</time>";
    }

    private static String folded(String text) {
        String whole = "<p class=\"as-typed\" dir=\"auto\">" + escaped(text) + "</p>";
        return text.length() <= FOLDED_FROM
                ? whole
                : "<details class=\"shortened\"><summary dir=\"auto\">"
                        + escaped(StringUtils.abbreviate(text, BEGINNING)) + "</summary>" + whole + "</details>";
    }

    private static String attribute(String name, @Nullable String value) {
        return value == null ? "" : " " + name + "=\"" + escaped(value) + "\"";
    }

    private static String escaped(@Nullable String text) {
        return text == null ? "" : HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
