package org.tandem.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.BulkPage;
import org.tandem.tasks.TaskCount;
import org.tandem.tasks.TaskFilter;
import org.tandem.tasks.TaskFilter.Box;
import org.tandem.tasks.TaskList;
import org.tandem.tasks.TaskPage;
import org.tandem.tasks.WatchedScopes;

/** Everything a person sees of the inbox, for the page and its API twin alike. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class InboxReading {

    private final TaskList list;
    private final InboxRows rows;
    private final InboxChoices choices;
    private final WatchedScopes regions;
    private final List<BulkPage> bulkPages;

    /** One of the boxes with how much is in it. */
    record Tab(Box box, String word, TaskCount count, String path, boolean current) {}

    /** @param several address of the page where several of the person's tasks are done in one go, null without such tasks */
    record Reading(
            InboxAddress address,
            List<Tab> tabs,
            List<InboxRow> rows,
            @Nullable String next,
            @Nullable String several) {

        public TaskCount count() {
            return tabs.stream().filter(Tab::current).findFirst().orElseThrow().count();
        }

        public boolean allExact() {
            return tabs.stream().allMatch(tab -> tab.count().exact());
        }
    }

    /** @param since after which tasks are new */
    Reading read(InboxAddress asked, SignedIn who, @Nullable Instant since) {
        InboxAddress address = choices.checked(asked);
        TaskPage page = list.page(who, address.filter());
        return new Reading(address, tabs(address, who), rows.of(page.tasks(), who, since), page.next(), several(who));
    }

    private List<Tab> tabs(InboxAddress address, SignedIn who) {
        List<Tab> tabs = new ArrayList<>();
        for (Box box : Box.values()) {
            boolean current = box == address.filter().box();
            if (box != Box.REGIONS || current || regions.any(who)) {
                TaskFilter filter = address.filter().withBox(box);
                TaskCount count = address.exact() ? list.exactCount(who, filter) : list.count(who, filter);
                tabs.add(new Tab(
                        box, InboxAddress.word(box), count, address.in(box).path(), current));
            }
        }
        return tabs;
    }

    private @Nullable String several(SignedIn who) {
        return bulkPages.stream()
                .filter(page -> who.holds(page.role())
                        && list.count(who, TaskFilter.all().withTaskKey(page.taskKey()))
                                        .number()
                                > 1)
                .map(BulkPage::href)
                .findFirst()
                .orElse(null);
    }
}
