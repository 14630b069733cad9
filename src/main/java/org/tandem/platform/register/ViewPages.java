package org.tandem.platform.register;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.web.Flash;

/** Keeps what somebody has chosen on a register, and forgets it again. */
@Controller
@RequiredArgsConstructor
class ViewPages {

    private final SaveView saveView;
    private final SavedViews views;
    private final CurrentPerson currentPerson;

    @PostMapping("/views")
    String save(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            RedirectAttributes redirect) {
        SavedViews.View saved = saveView.save(address, name, query, currentPerson.get());
        Flash.done(redirect, "platform.register.view.saved", saved.name());
        return "redirect:" + saved.path();
    }

    @PostMapping("/views/{id}/delete")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        SavedViews.View gone = views.delete(currentPerson.get(), id);
        Flash.done(redirect, "platform.register.view.deleted", gone.name());
        return "redirect:" + gone.address();
    }
}
