package org.tandem.platform.imports;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.imports.ImportRun.Row;
import org.tandem.platform.imports.ImportRun.Verdict;
import org.tandem.platform.spreadsheet.SheetReader;
import org.tandem.platform.web.CsvText;
import org.tandem.platform.web.DeclaredAddresses;
import org.tandem.platform.web.Download;
import org.tandem.platform.web.Download.Type;
import org.tandem.platform.web.FieldMessage;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.Translator;

/** The pages of every import, at the addresses it declares: upload, look, confirm, watch. */
@Component
@RequiredArgsConstructor
class ImportPages implements SmartInitializingSingleton {

    private static final int PAGE = 100;

    private final List<SpreadsheetImport> imports;
    private final DeclaredAddresses addresses;
    private final UploadFile uploadFile;
    private final ConfirmImport confirmImport;
    private final ImportRuns runs;
    private final WorkOffImports work;
    private final CurrentPerson currentPerson;
    private final Translator translator;
    private final Clock clock;

    record Line(Row row, List<Said> said) {}

    record Said(@Nullable String column, String sentence) {}

    @Override
    public void afterSingletonsInstantiated() {
        for (SpreadsheetImport declared : imports) {
            Page page = new Page(declared, declared.place().page());
            String run = page.address + "/{id:[0-9a-fA-F-]{36}}";
            addresses.map("GET", page.address, page, "ask");
            addresses.map("POST", page.address, page, "upload");
            addresses.map("GET", page.address + "/template.csv", page, "csv");
            addresses.map("GET", page.address + "/template.xlsx", page, "xlsx");
            addresses.map("GET", run, page, "show");
            addresses.map("POST", run + "/confirm", page, "confirm");
            addresses.map("POST", run + "/continue", page, "resume");
            addresses.map("POST", run + "/discard", page, "discard");
            addresses.map("GET", run + "/left-over.csv", page, "leftOver");
        }
    }

    /** The pages of one import. */
    @RequiredArgsConstructor
    private final class Page {

        private final SpreadsheetImport declared;
        private final String address;

        String ask(Model model) {
            SignedIn who = importer();
            model.addAttribute("place", declared.place());
            model.addAttribute("recent", runs.recent(declared, who));
            model.addAttribute("columns", declared.columns());
            model.addAttribute("who", who);
            return "platform/import";
        }

        Download csv() {
            return ImportTemplate.csv(declared, importer());
        }

        Download xlsx() {
            return ImportTemplate.xlsx(declared, importer());
        }

        ModelAndView upload(@RequestParam(required = false) @Nullable MultipartFile file, Model model)
                throws IOException {
            try {
                return new ModelAndView("redirect:" + address + "/" + uploadFile.upload(declared, file, importer()));
            } catch (Refused refused) {
                if (!"file".equals(refused.field())) {
                    throw refused;
                }
                model.addAttribute("errors", List.of(new FieldMessage("file", translator.say(refused.words()))));
                return new ModelAndView(ask(model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
            }
        }

        String show(
                @PathVariable UUID id,
                @RequestParam(defaultValue = "") String show,
                @RequestParam(defaultValue = "1") int page,
                Model model) {
            ImportRun known = runs.of(declared, id, currentPerson.get());
            List<Verdict> shown = Arrays.stream(Verdict.values())
                    .filter(verdict -> verdict.code().equals(show))
                    .toList();
            int total =
                    shown.isEmpty() ? known.rows() : known.count(shown.get(0).name());
            int number = Math.max(1, Math.min(page, 1_000));
            int from = (number - 1) * PAGE;
            List<Row> rows = runs.rows(id, shown, from, PAGE);
            String pages = address + "/" + id + "?show=" + (shown.isEmpty() ? "" : show) + "&page=";
            model.addAttribute("place", declared.place());
            model.addAttribute("import", known);
            model.addAttribute("standsStill", known.standsStill(clock.instant()));
            model.addAttribute("tabs", known.byVerdict());
            model.addAttribute("shown", shown.isEmpty() ? "" : show);
            model.addAttribute(
                    "columns",
                    declared.columns().stream()
                            .filter(column -> column.label() != null)
                            .toList());
            model.addAttribute("lines", rows.stream().map(this::line).toList());
            model.addAttribute("total", total);
            model.addAttribute("first", rows.isEmpty() ? 0 : from + 1);
            model.addAttribute("last", from + rows.size());
            model.addAttribute("previous", number > 1 ? pages + (number - 1) : null);
            model.addAttribute("next", from + rows.size() < total ? pages + (number + 1) : null);
            return "platform/imported";
        }

        String confirm(@PathVariable UUID id, RedirectAttributes redirect) {
            try {
                confirmImport.confirm(declared, id, currentPerson.get());
                work.start(id);
            } catch (Refused refused) {
                if (refused.kind() == Refused.Kind.NOT_FOUND) {
                    throw refused;
                }
                Flash.warning(redirect, refused.words().key());
            }
            return "redirect:" + address + "/" + id;
        }

        /** For when the work stands still: a node has gone and no other has taken over yet. */
        String resume(@PathVariable UUID id) {
            runs.of(declared, id, currentPerson.get());
            work.start(id);
            return "redirect:" + address + "/" + id;
        }

        String discard(@PathVariable UUID id, RedirectAttributes redirect) {
            confirmImport.discard(declared, id, currentPerson.get());
            Flash.done(redirect, "platform.import.flash.discarded");
            return "redirect:" + address;
        }

        /** What could not be opened, to be put right and uploaded again. */
        Download leftOver(@PathVariable UUID id) {
            runs.of(declared, id, currentPerson.get());
            List<String> codes = ImportTemplate.header(declared);
            List<List<String>> rows = new ArrayList<>();
            for (Row row : runs.rows(id, List.of(Verdict.BAD, Verdict.FAILED), 0, SheetReader.MOST_LINES)) {
                List<String> cells =
                        new ArrayList<>(codes.stream().map(row::cell).toList());
                cells.add(String.join(
                        " ", line(row).said().stream().map(Said::sentence).toList()));
                rows.add(cells);
            }
            List<String> header = new ArrayList<>(codes);
            header.add(ImportColumn.PROBLEMS);
            return Download.of(Type.CSV, "left-over.csv", CsvText.of(header, rows));
        }

        private Line line(Row row) {
            return new Line(
                    row,
                    row.problems().stream()
                            .map(problem -> new Said(
                                    ImportColumn.about(declared.columns(), problem.field())
                                            .map(ImportColumn::code)
                                            .orElse(null),
                                    translator.say(problem.words())))
                            .toList());
        }

        private SignedIn importer() {
            SignedIn who = currentPerson.get();
            declared.mayImport(who);
            return who;
        }
    }
}
