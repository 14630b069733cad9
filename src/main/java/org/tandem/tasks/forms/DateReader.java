package org.tandem.tasks.forms;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Dates, times, and both together, in ISO notation as date inputs send them; both together are in the reader's zone. */
final class DateReader implements AnswerReader {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final int LONGEST = 60;

    @Override
    public @Nullable Object read(FormField field, String sent, FormContext context, Complaints complaints) {
        try {
            if (sent.length() > LONGEST) {
                throw new DateTimeException("longer than any date with time and zone");
            }
            return switch (field.rules().subtype()) {
                case DATE -> date(field, LocalDate.parse(sent), context, complaints);
                case TIME -> time(field, LocalTime.parse(sent), complaints);
                case DATETIME -> moment(field, sent, context, complaints);
            };
        } catch (DateTimeException e) {
            return complaints.about(field, field.rules().subtype().name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private static @Nullable LocalDate date(
            FormField field, LocalDate date, FormContext context, Complaints complaints) {
        Rules rules = field.rules();
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            return complaints.about(field, "year");
        }
        if (rules.notPast() && date.isBefore(context.today())) {
            return complaints.about(field, "past");
        }
        if (rules.earliest() != null && date.isBefore(rules.earliest().on(context.today()))) {
            return complaints.about(
                    field, "earliest", rules.earliest().on(context.today()).toString());
        }
        if (rules.latest() != null && date.isAfter(rules.latest().on(context.today()))) {
            return complaints.about(
                    field, "latest", rules.latest().on(context.today()).toString());
        }
        return date;
    }

    private static @Nullable LocalTime time(FormField field, LocalTime time, Complaints complaints) {
        int interval = field.rules().timeInterval();
        if (interval > 0 && (time.toSecondOfDay() % (interval * 60) != 0)) {
            return complaints.about(field, "interval", interval);
        }
        return time;
    }

    private static @Nullable Instant moment(FormField field, String sent, FormContext context, Complaints complaints) {
        boolean withZone = sent.endsWith("Z") || sent.matches(".*T.*[+-][0-9]{2}:?[0-9]{2}");
        LocalDateTime local = withZone
                ? OffsetDateTime.parse(sent).atZoneSameInstant(context.zone()).toLocalDateTime()
                : LocalDateTime.parse(sent);
        LocalDate date = date(field, local.toLocalDate(), context, complaints);
        if (date == null || time(field, local.toLocalTime(), complaints) == null) {
            return null;
        }
        Instant moment = withZone
                ? OffsetDateTime.parse(sent).toInstant()
                : local.atZone(context.zone()).toInstant();
        if (field.rules().notPast() && moment.isBefore(context.now())) {
            return complaints.about(field, "past");
        }
        return moment;
    }
}
