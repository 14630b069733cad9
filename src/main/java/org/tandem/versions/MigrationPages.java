package org.tandem.versions;

import java.util.UUID;
import java.util.function.BiFunction;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.Flash;

/** A move of running cases: how far it is, pause, go on, stop, and in the end its report. */
@Controller
@RequiredArgsConstructor
class MigrationPages {

    /** More cases than this nobody reads on a page; the API gives all. */
    static final int SHOWN = 200;

    private final ReadMigration readMigration;
    private final SteerMigration steerMigration;
    private final CurrentPerson currentPerson;

    @GetMapping("/models/migrations/{migration}")
    String show(@PathVariable UUID migration, Model model) {
        model.addAttribute("progress", readMigration.read(migration, SHOWN, currentPerson.get()));
        return "models/migration";
    }

    @PostMapping("/models/migrations/{migration}/pause")
    String pause(@PathVariable UUID migration, RedirectAttributes redirect) {
        return steered(migration, steerMigration::pause, redirect);
    }

    @PostMapping("/models/migrations/{migration}/resume")
    String resume(@PathVariable UUID migration, RedirectAttributes redirect) {
        return steered(migration, steerMigration::resume, redirect);
    }

    @PostMapping("/models/migrations/{migration}/stop")
    String stop(@PathVariable UUID migration, RedirectAttributes redirect) {
        return steered(migration, steerMigration::stop, redirect);
    }

    private String steered(
            UUID migration, BiFunction<UUID, SignedIn, Migration> steering, RedirectAttributes redirect) {
        try {
            Flash.done(
                    redirect,
                    "models.flash."
                            + steering.apply(migration, currentPerson.get()).state());
        } catch (Refused overtaken) {
            // The work goes on while somebody reads: the page then says how it ended.
            if (overtaken.kind() != Refused.Kind.CONFLICT) {
                throw overtaken;
            }
            Flash.note(redirect, overtaken.words().key());
        }
        return "redirect:/models/migrations/" + migration;
    }
}
