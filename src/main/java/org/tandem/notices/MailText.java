package org.tandem.notices;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseTitles;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskFilter;
import org.tandem.tasks.TaskList;

/** The mail of the day of one person: what waits, in the reader's language and time zone, as plain text. */
@Component
@RequiredArgsConstructor
class MailText {

    private static final int MOST = 25;

    private final TaskList tasks;
    private final CaseTitles titles;
    private final MessageSource messages;

    @Value("${tandem.mail.link}")
    private String link;

    record Mail(String subject, String text) {}

    /** Nothing when nothing waits: what a colleague has claimed is left to the colleague. */
    Optional<Mail> of(SignedIn reader) {
        List<OpenTask> waiting = Stream.of(TaskFilter.Box.MINE, TaskFilter.Box.GROUPS)
                .flatMap(box -> tasks.page(reader, TaskFilter.of(box)).tasks().stream())
                .sorted(Comparator.comparing(OpenTask::dueAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(MOST)
                .toList();
        long all = Stream.of(TaskFilter.Box.MINE, TaskFilter.Box.GROUPS)
                .mapToLong(box -> tasks.exactCount(reader, TaskFilter.of(box)).number())
                .sum();
        return waiting.isEmpty() ? Optional.empty() : Optional.of(inLanguageOf(reader, waiting, all));
    }

    private Mail inLanguageOf(SignedIn reader, List<OpenTask> waiting, long all) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(reader.locale());
        try {
            return new Mail(say(reader, "notices.mail.subject", all), text(reader, waiting, all));
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private String text(SignedIn reader, List<OpenTask> waiting, long all) {
        List<String> lines = new ArrayList<>(List.of(say(reader, "notices.mail.subject", all), ""));
        for (OpenTask task : waiting) {
            lines.add(titles.inShort(task.framework(), task.country(), task.area()) + " – "
                    + say(reader, "task." + task.name()) + due(reader, task));
            lines.add("  " + link + task.path() + "?_task=" + task.id());
        }
        lines.add("");
        String inbox = link + "/inbox";
        lines.add(
                all > waiting.size()
                        ? say(reader, "notices.mail.more", all - waiting.size(), inbox)
                        : say(reader, "notices.mail.all", inbox));
        lines.add("");
        lines.add(say(reader, "notices.mail.why", link + "/profile"));
        return String.join("\r\n", lines) + "\r\n";
    }

    private String due(SignedIn reader, OpenTask task) {
        if (task.dueAt() == null) {
            return "";
        }
        Locale locale = reader.locale();
        DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMMM yyyy", locale);
        return ", " + say(reader, "notices.mail.due", day.format(task.dueAt().atZone(reader.zone())));
    }

    private String say(SignedIn reader, String key, Object... args) {
        return messages.getMessage(key, args, key, reader.locale());
    }
}
