package org.tandem.inbox;

import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseTitles;
import org.tandem.cases.Notice;
import org.tandem.cases.Notices;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.TaskCount;
import org.tandem.tasks.TaskList;

/** What others did since a person last looked: notices told to the person's mandates, and tasks that came. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class InboxChanges {

    private static final int PAGE = 50;
    private static final int COUNTED = 100;

    private final Notices notices;
    private final TaskList tasks;
    private final CaseTitles titles;
    private final Translator translator;

    /** @param subject country and area in words */
    record Told(Instant at, String caseId, String subject, String text, String code) {}

    record Since(Instant since, TaskCount tasks, TaskCount notices) {}

    record Page(List<Told> told, @Nullable String next) {}

    Since since(SignedIn who, Instant since) {
        long count = notices.countSince(who, since, COUNTED + 1);
        return new Since(
                since, tasks.countSince(who, since), new TaskCount(Math.min(count, COUNTED), count <= COUNTED));
    }

    /** @param before cursor of the page before, null for the newest */
    Page page(SignedIn who, @Nullable String before) {
        Notices.Page page = notices.page(who, before, PAGE);
        return new Page(page.notices().stream().map(this::told).toList(), page.next());
    }

    private Told told(Notice notice) {
        return new Told(
                notice.at(),
                notice.caseId().value(),
                titles.inShort(notice.framework(), notice.country(), notice.area()),
                translator.say(notice.words()),
                notice.words().key());
    }
}
