package org.tandem.models.versions;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.web.Flash;

/** A move of running cases: how far it is, pause, go on, stop, and in the end its report. */
@Controller
class MigrationPages {

    /** More cases than this nobody reads on a page; the API gives all. */
    static final int SHOWN = 200;

    private final ReadMigration readMigration;
    private final SteerMigration steerMigration;
    private final CurrentPerson currentPerson;

    MigrationPages(ReadMigration readMigration, SteerMigration steerMigration, CurrentPerson currentPerson) {
        this.readMigration = readMigration;
        this.steerMigration = steerMigration;
        this.currentPerson = currentPerson;
    }

    @GetMapping("/models/migrations/{migration}")
    String show(@PathVariable UUID migration, Model model) {
        model.addAttribute("progress", readMigration.read(migration, SHOWN, currentPerson.get()));
        return "models/migration";
    }

    @PostMapping("/models/migrations/{migration}/pause")
    String pause(@PathVariable UUID migration, RedirectAttributes redirect) {
        return steered(steerMigration.pause(migration, currentPerson.get()), redirect);
    }

    @PostMapping("/models/migrations/{migration}/resume")
    String resume(@PathVariable UUID migration, RedirectAttributes redirect) {
        return steered(steerMigration.resume(migration, currentPerson.get()), redirect);
    }

    @PostMapping("/models/migrations/{migration}/stop")
    String stop(@PathVariable UUID migration, RedirectAttributes redirect) {
        return steered(steerMigration.stop(migration, currentPerson.get()), redirect);
    }

    private static String steered(Migration migration, RedirectAttributes redirect) {
        Flash.done(redirect, "models.flash." + migration.state());
        return "redirect:/models/migrations/" + migration.id();
    }
}
