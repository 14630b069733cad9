package org.tandem.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.Mandate;
import org.tandem.platform.web.CommentItem;
import org.tandem.platform.web.TimelineItem;
import org.tandem.platform.web.Translator;

/** A case's history in the reader's language. */
@Component
@RequiredArgsConstructor
class CaseHistoryText {

    private final Translator translator;
    private final Roster roster;

    /** Newest first, without comments. */
    List<TimelineItem> timeline(List<CaseEntry> entries) {
        Map<UUID, String> names = names(entries);
        List<TimelineItem> items = new ArrayList<>();
        for (CaseEntry entry : entries) {
            if (entry.kind() != CaseEntry.Kind.COMMENT) {
                items.add(new TimelineItem(
                        entry.at(), translator.say(entry.words()), who(entry, names), agency(entry), entry.body()));
            }
        }
        Collections.reverse(items);
        return items;
    }

    /** Oldest first, as one talks. */
    List<CommentItem> comments(List<CaseEntry> entries) {
        Map<UUID, String> names = names(entries);
        return entries.stream()
                .filter(entry -> entry.kind() == CaseEntry.Kind.COMMENT)
                .map(entry -> new CommentItem(
                        entry.at(),
                        String.valueOf(who(entry, names)),
                        agency(entry),
                        entry.body() == null ? "" : entry.body()))
                .toList();
    }

    /** What comes next, in one sentence. */
    String next(CaseView view) {
        boolean waits = view.waitingSince() != null && view.suspendedBy() == null;
        return translator.say("cases.next." + (waits ? "waiting" : view.state()));
    }

    String say(CaseEntry entry) {
        return translator.say(entry.words());
    }

    /** Of all persons named in a history, by one statement. */
    Map<UUID, String> names(List<CaseEntry> entries) {
        return roster.namesOf(
                entries.stream().map(CaseEntry::person).filter(Objects::nonNull).toList());
    }

    @Nullable
    String who(CaseEntry entry, Map<UUID, String> names) {
        if (entry.person() != null) {
            return names.get(entry.person());
        }
        return entry.actingAs() == null
                ? null
                : roster.describe(MandatePattern.parse(entry.actingAs()), LocaleContextHolder.getLocale());
    }

    private static @Nullable String agency(CaseEntry entry) {
        if (entry.actingAs() == null) {
            return null;
        }
        String agency = MandatePattern.parse(entry.actingAs()).agency();
        return agency.equals(Mandate.NO_AGENCY) ? null : agency;
    }
}
