package org.tandem.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.people.PersonName;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.SignedIn;
import org.tandem.platform.register.SavedViews;
import org.tandem.tasks.InboxLook;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskCount;

/** The inbox for machines, by the same addresses. Reading it is no look: what is new for the person stays new. */
@RestController
@RequiredArgsConstructor
class InboxApi {

    private final InboxReading reading;
    private final InboxChanges changes;
    private final InboxChoices choices;
    private final InboxLook look;
    private final SavedViews views;
    private final CurrentPerson currentPerson;

    /** @param path of the task's form, or of the case where the task is with others */
    record Item(
            OpenTask task,
            String path,
            String subject,
            String why,
            String timeliness,
            boolean yours,
            boolean mine,
            boolean fresh,
            @Nullable PersonName claimedBy,
            List<PersonName> others) {}

    record Inbox(
            String box,
            Map<String, TaskCount> counts,
            List<Item> tasks,
            @Nullable String next) {}

    record Changes(
            @Nullable Instant since,
            @Nullable TaskCount newTasks,
            List<InboxChanges.Told> notices,
            @Nullable String next) {}

    record ViewToSave(@Nullable String name, @Nullable String query) {}

    record SavedView(UUID id, String name, String query, String path) {

        static SavedView of(SavedViews.View view) {
            return new SavedView(
                    view.id(),
                    view.name(),
                    view.query(),
                    InboxPages.address(view.query()).path());
        }
    }

    @GetMapping("/api/inbox")
    Inbox inbox(HttpServletRequest request) {
        SignedIn who = currentPerson.get();
        InboxReading.Reading read = reading.read(
                InboxAddress.parse(request::getParameter),
                who,
                look.seenUntil(who).orElse(null));
        return new Inbox(
                InboxAddress.word(read.address().filter().box()),
                read.tabs().stream().collect(Collectors.toMap(InboxReading.Tab::word, InboxReading.Tab::count)),
                read.rows().stream().map(InboxApi::item).toList(),
                read.next());
    }

    /** Newest first; {@code since} counts tasks that came after the person's last look. */
    @GetMapping("/api/inbox/changes")
    Changes changes(@RequestParam(required = false) @Nullable String before) {
        SignedIn who = currentPerson.get();
        InboxChanges.Page page = changes.page(who, before);
        Instant since = look.seenUntil(who).orElse(null);
        return new Changes(
                since, since == null ? null : changes.since(who, since).tasks(), page.told(), page.next());
    }

    /** Nothing that is there by now is new any more. */
    @PostMapping("/api/inbox/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen() {
        look.seen(currentPerson.get());
    }

    @GetMapping("/api/inbox/views")
    List<SavedView> views() {
        return views.of(currentPerson.get(), InboxAddress.PATH).stream()
                .map(SavedView::of)
                .toList();
    }

    @PostMapping("/api/inbox/views")
    @ResponseStatus(HttpStatus.CREATED)
    SavedView save(@RequestBody ViewToSave view) {
        InboxAddress address = choices.checked(InboxPages.address(view.query() == null ? "" : view.query()));
        return SavedView.of(views.save(
                currentPerson.get(),
                InboxAddress.PATH,
                view.name() == null ? "" : view.name(),
                address.worthKeeping().query()));
    }

    @DeleteMapping("/api/inbox/views/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        views.delete(currentPerson.get(), id);
    }

    private static Item item(InboxRow row) {
        return new Item(
                row.task(),
                "/api" + row.path().replaceFirst("\\?_task=", "?task="),
                row.subject(),
                row.why(),
                row.timeliness(),
                row.yours(),
                row.mine(),
                row.fresh(),
                row.claimedBy(),
                row.others());
    }
}
