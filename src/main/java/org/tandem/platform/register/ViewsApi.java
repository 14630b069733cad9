package org.tandem.platform.register;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.platform.CurrentPerson;

/** Saved views of all registers, and of the inbox, for machines. */
@RestController
@RequiredArgsConstructor
class ViewsApi {

    private final SaveView saveView;
    private final SavedViews views;
    private final CurrentPerson currentPerson;

    /** @param address of a register's page */
    record NewView(
            @Nullable String address,
            @Nullable String name,
            @Nullable String query) {}

    @GetMapping("/api/views")
    List<SavedViews.View> list() {
        return views.of(currentPerson.get());
    }

    @PostMapping("/api/views")
    @ResponseStatus(HttpStatus.CREATED)
    SavedViews.View save(@RequestBody NewView view) {
        return saveView.save(text(view.address()), text(view.name()), text(view.query()), currentPerson.get());
    }

    @DeleteMapping("/api/views/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        views.delete(currentPerson.get(), id);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
