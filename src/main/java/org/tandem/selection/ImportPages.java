package org.tandem.selection;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.spreadsheet.SheetReader;
import org.tandem.platform.web.CsvText;
import org.tandem.platform.web.Download;
import org.tandem.platform.web.Download.Type;
import org.tandem.platform.web.FieldMessage;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.Translator;
import org.tandem.selection.NominationImport.Problem;
import org.tandem.selection.NominationImport.Row;
import org.tandem.selection.NominationImport.Verdict;

/** Nominations from a spreadsheet: upload, look, confirm, watch. */
@Controller
@RequiredArgsConstructor
class ImportPages {

    private static final int PAGE = 100;
    private static final String ADDRESS = "/selection/import/{id:[0-9a-fA-F-]{36}}";

    private final UploadNominations uploadNominations;
    private final ConfirmImport confirmImport;
    private final NominationImports imports;
    private final ImportRuns runs;
    private final ImportTemplate template;
    private final CurrentPerson currentPerson;
    private final Translator translator;
    private final Clock clock;

    /** A column and what to put into it. */
    record Explained(ImportColumn column, String example) {}

    /** Which rows to show, how many there are, and whether they are the ones shown. */
    record Tab(String name, int count, boolean shown) {}

    record Line(Row row, List<Said> said) {}

    record Said(@Nullable String column, String sentence) {}

    @GetMapping("/selection/import")
    String ask(Model model) {
        SignedIn who = coordinator();
        model.addAttribute("recent", imports.recent(who.personId()));
        List<String> example = template.example(who);
        model.addAttribute(
                "columns",
                Arrays.stream(ImportColumn.values())
                        .map(column -> new Explained(
                                column, example.get(column.ordinal()).replaceFirst("^#", "")))
                        .toList());
        return "selection/import";
    }

    @GetMapping("/selection/import/template.csv")
    Download csv() {
        return Download.of(Type.CSV, "nominations.csv", template.csv(coordinator()));
    }

    @GetMapping("/selection/import/template.xlsx")
    Download xlsx() {
        return Download.of(Type.XLSX, "nominations.xlsx", template.xlsx(coordinator()));
    }

    @PostMapping("/selection/import")
    ModelAndView upload(@RequestParam(required = false) @Nullable MultipartFile file, Model model) throws IOException {
        SignedIn who = coordinator();
        try {
            if (file == null
                    || file.getOriginalFilename() == null
                    || file.getOriginalFilename().isBlank()) {
                throw Refused.invalid("file", "selection.import.refused.noFile");
            }
            UUID id = uploadNominations.upload(file.getOriginalFilename(), file.getBytes(), who);
            return new ModelAndView("redirect:/selection/import/" + id);
        } catch (Refused refused) {
            if (!"file".equals(refused.field())) {
                throw refused;
            }
            model.addAttribute("errors", List.of(new FieldMessage("file", translator.say(refused.words()))));
            return new ModelAndView(ask(model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    @GetMapping(ADDRESS)
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        SignedIn who = currentPerson.get();
        NominationImport known = imports.of(id, who.personId());
        List<Verdict> shown = verdicts(show);
        int total = shown.isEmpty()
                ? known.rows()
                : shown.stream()
                        .mapToInt(verdict -> known.count(verdict.name()))
                        .sum();
        int number = Math.max(1, Math.min(page, 1_000));
        int from = (number - 1) * PAGE;
        List<Row> rows = imports.rows(id, shown, from, PAGE);
        model.addAttribute("import", known);
        model.addAttribute("standsStill", known.standsStill(clock.instant()));
        model.addAttribute("tabs", tabs(known, shown));
        model.addAttribute("lines", rows.stream().map(this::line).toList());
        model.addAttribute("total", total);
        model.addAttribute("first", rows.isEmpty() ? 0 : from + 1);
        model.addAttribute("last", from + rows.size());
        String address = "/selection/import/" + id + "?show=" + (shown.size() == 1 ? show : "") + "&page=";
        model.addAttribute("previous", number > 1 ? address + (number - 1) : null);
        model.addAttribute("next", from + rows.size() < total ? address + (number + 1) : null);
        return "selection/imported";
    }

    @PostMapping(ADDRESS + "/confirm")
    String confirm(@PathVariable UUID id, RedirectAttributes redirect) {
        SignedIn who = currentPerson.get();
        try {
            confirmImport.confirm(id, who);
            runs.start(id);
        } catch (Refused refused) {
            if (refused.kind() == Refused.Kind.NOT_FOUND) {
                throw refused;
            }
            Flash.warning(redirect, refused.words().key());
        }
        return "redirect:/selection/import/" + id;
    }

    /** For when the work stands still: a node has gone and no other has taken over yet. */
    @PostMapping(ADDRESS + "/continue")
    String resume(@PathVariable UUID id) {
        imports.of(id, currentPerson.get().personId());
        runs.start(id);
        return "redirect:/selection/import/" + id;
    }

    @PostMapping(ADDRESS + "/discard")
    String discard(@PathVariable UUID id, RedirectAttributes redirect) {
        confirmImport.discard(id, currentPerson.get());
        Flash.done(redirect, "selection.import.flash.discarded");
        return "redirect:/selection/import";
    }

    /** What could not be started, to be put right and uploaded again. */
    @GetMapping(ADDRESS + "/left-over.csv")
    Download leftOver(@PathVariable UUID id) {
        imports.of(id, currentPerson.get().personId());
        List<String> header = new ArrayList<>(template.header());
        header.add(ImportColumn.PROBLEMS);
        List<List<String>> rows =
                imports.rows(id, List.of(Verdict.BAD, Verdict.FAILED), 0, SheetReader.MOST_LINES).stream()
                        .map(row -> {
                            List<String> cells = new ArrayList<>(
                                    template.header().stream().map(row::cell).toList());
                            cells.add(String.join(
                                    " ",
                                    line(row).said().stream()
                                            .map(Said::sentence)
                                            .toList()));
                            return cells;
                        })
                        .toList();
        return Download.of(Type.CSV, "left-over.csv", CsvText.of(header, rows));
    }

    private static List<Verdict> verdicts(String show) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.name().toLowerCase(Locale.ROOT).equals(show))
                .toList();
    }

    private static List<Tab> tabs(NominationImport known, List<Verdict> shown) {
        List<Tab> tabs = new ArrayList<>(List.of(new Tab("all", known.rows(), shown.isEmpty())));
        for (Verdict verdict : Verdict.values()) {
            if (known.count(verdict.name()) > 0) {
                tabs.add(new Tab(
                        verdict.name().toLowerCase(Locale.ROOT), known.count(verdict.name()), shown.contains(verdict)));
            }
        }
        return tabs;
    }

    private Line line(Row row) {
        return new Line(row, row.problems().stream().map(this::said).toList());
    }

    private Said said(Problem problem) {
        return new Said(
                problem.field() == null
                        ? null
                        : ImportColumn.ofField(problem.field())
                                .map(ImportColumn::code)
                                .orElse(null),
                translator.say(problem.words()));
    }

    private SignedIn coordinator() {
        SignedIn who = currentPerson.get();
        uploadNominations.requireCoordinator(who);
        return who;
    }
}
