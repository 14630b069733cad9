package org.tandem.tasks;

import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.NavigationEntry;

/** Where an administrator sees that inbox and engine agree, and makes them agree when they do not (D5). */
@Controller
@RequiredArgsConstructor
class ProjectionPages {

    /** More ids than this nobody reads on a page; the API gives all. */
    static final int SHOWN = 50;

    private final ReconcileTasks reconcileTasks;
    private final TaskFigures figures;
    private final CurrentPerson currentPerson;

    @GetMapping("/tasks/projection")
    String show(Model model) {
        model.addAttribute("difference", reconcileTasks.difference(currentPerson.get()));
        model.addAttribute("open", figures.open());
        model.addAttribute("shown", SHOWN);
        return "tasks/projection";
    }

    @PostMapping("/tasks/projection")
    String rebuild(RedirectAttributes redirect) {
        Flash.done(
                redirect,
                "tasks.projection.flash.rebuilt",
                reconcileTasks.rebuild(currentPerson.get()).size());
        return "redirect:/tasks/projection";
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavigationEntry projectionNavigation() {
            return new NavigationEntry(240, "tasks.projection.nav", "/tasks/projection", SignedIn::isAdministrator);
        }
    }
}
