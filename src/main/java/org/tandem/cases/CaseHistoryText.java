package org.tandem.cases;

import java.util.ArrayList;
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
import org.tandem.platform.web.TimelineItem;
import org.tandem.platform.web.Translator;

/** A case's history in the reader's language. */
@Component
@RequiredArgsConstructor
class CaseHistoryText {

    private final Translator translator;
    private final Roster roster;

    /** Oldest first, as it happened: steps, comments and files; decisions that became known together as one entry. */
    List<TimelineItem> timeline(CaseId id, List<CaseEntry> entries, List<Attachment> files) {
        Map<UUID, String> names = names(entries);
        List<Attachment> unnamed = new ArrayList<>(files);
        List<TimelineItem> items = new ArrayList<>();
        @Nullable CaseEntry first = null;
        for (CaseEntry entry : entries) {
            TimelineItem item = item(entry, names, href(id, entry, unnamed));
            if (first != null && belongs(entry, first)) {
                items.get(items.size() - 1).parts().add(item);
            } else {
                items.add(item);
                first = entry;
            }
        }
        return items;
    }

    private static boolean belongs(CaseEntry entry, CaseEntry first) {
        return first.kind() == CaseEntry.Kind.STEP
                && first.person() == null
                && entry.kind() == CaseEntry.Kind.DECISION
                && entry.at().equals(first.at());
    }

    private TimelineItem item(CaseEntry entry, Map<UUID, String> names, @Nullable String href) {
        return new TimelineItem(
                entry.at(),
                translator.say(entry.words()),
                who(entry, names),
                agency(entry),
                entry.body(),
                entry.kind() == CaseEntry.Kind.COMMENT,
                href,
                new ArrayList<>());
    }

    /** Address of the file an entry tells of; of several with one name each is told of once, in their order. */
    private static @Nullable String href(CaseId id, CaseEntry entry, List<Attachment> unnamed) {
        if (entry.kind() != CaseEntry.Kind.LETTER) {
            return null;
        }
        for (Attachment file : unnamed) {
            if (entry.words().args().contains(file.fileName())) {
                unnamed.remove(file);
                return "/cases/" + id + "/letters/" + file.id();
            }
        }
        return null;
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
