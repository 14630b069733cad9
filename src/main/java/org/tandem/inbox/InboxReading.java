package org.tandem.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.TaskCount;
import org.tandem.tasks.TaskFilter.Box;
import org.tandem.tasks.TaskFilter.Sort;
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

    /** One of the boxes with how much is in it. */
    record Tab(Box box, String word, TaskCount count, String path, boolean current) {}

    record Reading(
            InboxAddress address,
            List<Tab> tabs,
            List<InboxRow> rows,
            @Nullable String next) {

        public TaskCount count() {
            return current(tabs).count();
        }

        public boolean allExact() {
            return tabs.stream().allMatch(tab -> tab.count().exact());
        }

        /** Read whole to be sorted, so only as many as are counted anyway. */
        public boolean byCountry() {
            return isFew(count());
        }
    }

    /** @param since after which tasks are new */
    Reading read(InboxAddress asked, SignedIn who, @Nullable Instant since) {
        List<Tab> tabs = tabs(choices.checked(asked), who);
        boolean tooMany =
                asked.filter().sort() == Sort.COUNTRY && !isFew(current(tabs).count());
        InboxAddress address = tooMany ? asked.by(Sort.DUE) : asked;
        TaskPage page = list.page(who, address.filter());
        return new Reading(address, tabs, rows.of(page.tasks(), who, since), page.next());
    }

    /** As many as can be answered together, and one more. */
    List<String> ids(InboxAddress address, SignedIn who) {
        List<String> ids = new ArrayList<>();
        TaskPage page = list.page(who, address.filter());
        page.tasks().forEach(task -> ids.add(task.id()));
        while (page.next() != null && ids.size() <= TaskList.TOGETHER) {
            page = list.page(who, address.filter().withAfter(page.next()));
            page.tasks().forEach(task -> ids.add(task.id()));
        }
        return ids.stream().limit(TaskList.TOGETHER + 1L).toList();
    }

    private static Tab current(List<Tab> tabs) {
        return tabs.stream().filter(Tab::current).findFirst().orElseThrow();
    }

    private static boolean isFew(TaskCount count) {
        return count.number() < TaskCount.EXACT_UP_TO;
    }

    private List<Tab> tabs(InboxAddress address, SignedIn who) {
        List<Tab> tabs = new ArrayList<>();
        for (Box box : Box.values()) {
            boolean current = box == address.filter().box();
            if (box != Box.REGIONS || current || regions.any(who)) {
                InboxAddress there = current ? address : address.in(box);
                TaskCount count =
                        address.exact() ? list.exactCount(who, there.filter()) : list.count(who, there.filter());
                tabs.add(new Tab(
                        box, InboxAddress.word(box), count, address.in(box).path(), current));
            }
        }
        return tabs;
    }
}
