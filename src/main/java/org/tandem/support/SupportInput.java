package org.tandem.support;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.PlainText;
import org.tandem.platform.Refused;
import org.tandem.platform.TextRules;
import org.tandem.tasks.starts.Start;

/** What was asked as it was typed or sent: checked as text, all fields at once, before any rule is asked. */
record SupportInput(
        @Nullable String framework,
        @Nullable String area,
        @Nullable String country,
        @Nullable String topic,
        @Nullable String question,
        @Nullable String wantedBy) {

    /** Longest question, in characters. */
    static final int MOST = 4_000;

    private static final int CODE = 100;

    static SupportInput of(Start start) {
        String area = start.typed("area").orElse(null);
        int dash = isOneField(start) && area != null ? area.lastIndexOf('-') : -1;
        return new SupportInput(
                dash < 0 ? start.typed("framework").orElse(null) : area.substring(0, dash),
                dash < 0 ? area : area.substring(dash + 1),
                start.typed("country").orElse(null),
                start.typed("topic").orElse(null),
                start.typed("question").orElse(null),
                start.typed("wantedBy").orElse(null));
    }

    /** Whether framework and area came in one field, as FFA-A3. */
    static boolean isOneField(Start start) {
        return start.input().asMap().containsKey("area")
                && !start.input().asMap().containsKey("framework");
    }

    /** @param problems gets everything that does not fit; the wish is whole only when nothing is added */
    CheckedRequest read(List<Refused> problems) {
        return new CheckedRequest(
                text("framework", framework, CODE, problems),
                text("area", area, CODE, problems),
                text("country", country, CODE, problems).toUpperCase(Locale.ROOT),
                text("topic", topic, CODE, problems),
                text("question", question, MOST, problems),
                date(problems));
    }

    private static String text(String field, @Nullable String value, int most, List<Refused> problems) {
        if (TextRules.isEmpty(value)) {
            problems.add(SupportRefused.missing(field));
            return "";
        }
        try {
            return PlainText.of(field, value, most);
        } catch (Refused refused) {
            problems.add(refused);
            return "";
        }
    }

    private @Nullable LocalDate date(List<Refused> problems) {
        if (wantedBy == null || wantedBy.isBlank()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(wantedBy.strip());
            if (date.getYear() < 1900 || date.getYear() > 2999) {
                throw new DateTimeParseException("no year of ours", wantedBy, 0);
            }
            return date;
        } catch (DateTimeParseException e) {
            problems.add(SupportRefused.noDate(wantedBy));
            return null;
        }
    }
}
