package org.tandem.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.cases.CaseFigure;
import org.tandem.cases.CaseTypes;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.CsvText;
import org.tandem.platform.web.Download;
import org.tandem.platform.web.Flash;

/** The overview, the list behind each of its numbers, the same as a file, and the nudge. */
@Controller
@RequiredArgsConstructor
class DashboardPages {

    private static final String PATH = "/dashboard";
    private static final String LIST = PATH + "/list";
    private static final int MOST_IN_FILE = 100_000;

    private final DashboardReading reading;
    private final CaseTypes types;
    private final DashboardChoices choices;
    private final ListFile file;
    private final NudgeTask nudgeTask;
    private final CurrentPerson currentPerson;

    @GetMapping(PATH)
    String show(HttpServletRequest request, Model model) {
        SignedIn who = currentPerson.get();
        View view = View.parse(request::getParameterValues);
        DashboardReading.Figures figures = reading.figures(view, who);
        model.addAttribute("figures", figures);
        model.addAttribute("tables", List.copyOf(figures.ofCases().values()));
        model.addAttribute("view", view);
        model.addAttribute(
                "ages", java.util.Arrays.stream(Age.values()).map(Age::word).toList());
        model.addAttribute("allTasks", FigureFilter.of(Figure.WAITS).query(view).after(LIST));
        model.addAttribute("areas", choices.areas(view, who));
        model.addAttribute("regions", choices.regions(view, who));
        model.addAttribute("names", choices.names(who));
        model.addAttribute("inForce", choices.inForce(view));
        model.addAttribute("here", view.query().after(PATH));
        return "dashboard/dashboard";
    }

    @GetMapping(LIST)
    String list(HttpServletRequest request, Model model) {
        View view = View.parse(request::getParameterValues);
        FigureFilter behind = DashboardApi.behind(reading, request);
        SignedIn who = currentPerson.get();
        DashboardReading.Listing listing = reading.page(view, behind, who);
        int first = (behind.page() - 1) * DashboardReading.PAGE;
        model.addAttribute("listing", listing);
        model.addAttribute("behind", behind);
        model.addAttribute("view", view);
        model.addAttribute(
                "countries", listing.cases().stream().anyMatch(row -> row.line().further() != null));
        model.addAttribute("register", register(behind));
        model.addAttribute("kind", listing.figure() + (listing.noun() == null ? "" : "." + listing.noun()));
        model.addAttribute("names", choices.names(who));
        model.addAttribute("inForce", choices.inForce(view));
        model.addAttribute("asked", choices.inForce(behind));
        model.addAttribute("first", first + 1);
        model.addAttribute(
                "last", first + listing.cases().size() + listing.tasks().size());
        model.addAttribute("previous", behind.page() > 1 ? at(behind.page() - 1, behind, view) : null);
        model.addAttribute("next", listing.next() == null ? null : at(behind.page() + 1, behind, view));
        model.addAttribute("csv", behind.withPage(1).query(view).after(LIST + ".csv"));
        model.addAttribute("back", view.query().after(PATH));
        model.addAttribute("here", at(behind.page(), behind, view));
        return "dashboard/list";
    }

    /** Of the cases a figure counts. */
    private @Nullable String register(FigureFilter behind) {
        CaseFigure figure = behind.figure().cases();
        return figure == null ? null : types.of(figure.kind()).address();
    }

    private static String at(int page, FigureFilter behind, View view) {
        return behind.withPage(page).query(view).after(LIST);
    }

    @GetMapping(LIST + ".csv")
    Download file(HttpServletRequest request) {
        View view = View.parse(request::getParameterValues);
        FigureFilter behind = DashboardApi.behind(reading, request);
        DashboardReading.Listing listing = reading.list(view, behind.withPage(1), 0, MOST_IN_FILE, currentPerson.get());
        if (listing.total() > MOST_IN_FILE) {
            throw Refused.invalid("page", "dashboard.refused.tooLong", listing.total(), MOST_IN_FILE);
        }
        List<List<String>> lines = file.lines(listing, behind.figure().ofTasks());
        return Download.of(
                Download.Type.CSV,
                behind.figure().word() + ".csv",
                CsvText.of(lines.get(0), lines.subList(1, lines.size())));
    }

    @PostMapping("/tasks/{taskId}/nudge")
    String nudge(
            @PathVariable String taskId,
            @RequestParam(required = false) @Nullable String back,
            RedirectAttributes redirect) {
        NudgeTask.Nudged nudged = nudgeTask.nudge(taskId, currentPerson.get());
        Flash.ofCase(
                redirect,
                nudged.task().caseId(),
                "dashboard.flash.nudged",
                MessageArgument.groups(nudged.task().offers()),
                MessageArgument.task(nudged.task().name()));
        return "redirect:" + (isDashboard(back) ? back : PATH);
    }

    /** Back to where the button stood, and nowhere else. */
    private static boolean isDashboard(@Nullable String back) {
        return back != null
                && back.matches("/dashboard(/list)?(\\?[A-Za-z0-9_=&%:.*+-]{0,800})?(#[A-Za-z0-9-]{1,80})?");
    }
}
