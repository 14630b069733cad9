package org.tandem.selection;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.spreadsheet.SheetReader;
import org.tandem.platform.web.Translator;
import org.tandem.selection.NominationImport.Row;
import org.tandem.selection.NominationImport.Verdict;

/** Spreadsheets of nominations for machines: the same checks, the same rights, the same background work. */
@RestController
@RequiredArgsConstructor
class ImportApi {

    private final UploadNominations uploadNominations;
    private final ConfirmImport confirmImport;
    private final NominationImports imports;
    private final ImportRuns runs;
    private final CurrentPerson currentPerson;
    private final Translator translator;

    /** @param counts rows by verdict */
    record ImportView(
            UUID id,
            String fileName,
            String state,
            Instant uploadedAt,
            @Nullable Instant finishedAt,
            List<String> notices,
            Map<String, Integer> counts,
            List<RowView> rows) {}

    record RowView(
            int row, Map<String, String> cells, String verdict, List<ProblemView> problems, List<String> cases) {}

    record ProblemView(@Nullable String field, String code, String detail) {}

    @PostMapping("/api/selection/imports")
    @ResponseStatus(HttpStatus.CREATED)
    ImportView upload(@RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        SignedIn who = currentPerson.get();
        uploadNominations.requireCoordinator(who);
        if (file == null) {
            throw Refused.invalid("file", "selection.import.refused.noFile");
        }
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return view(uploadNominations.upload(name, file.getBytes(), who), who);
    }

    @GetMapping("/api/selection/imports/{id}")
    ImportView one(@PathVariable UUID id) {
        return view(id, currentPerson.get());
    }

    /** Also goes on with what was confirmed before and stands still. */
    @PostMapping("/api/selection/imports/{id}/confirm")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportView confirm(@PathVariable UUID id) {
        SignedIn who = currentPerson.get();
        confirmImport.confirm(id, who);
        runs.start(id);
        return view(id, who);
    }

    private ImportView view(UUID id, SignedIn who) {
        NominationImport known = imports.of(id, who.personId());
        Map<String, Integer> counts = new LinkedHashMap<>();
        Arrays.stream(Verdict.values())
                .forEach(verdict -> counts.put(verdict.name().toLowerCase(Locale.ROOT), known.count(verdict.name())));
        return new ImportView(
                id,
                known.fileName(),
                known.state().name(),
                known.uploadedAt(),
                known.finishedAt(),
                known.notices().stream().map(translator::say).toList(),
                counts,
                imports.rows(id, List.of(), 0, SheetReader.MOST_LINES).stream()
                        .map(this::row)
                        .toList());
    }

    private RowView row(Row row) {
        return new RowView(
                row.number(),
                row.cells(),
                row.verdict().name(),
                row.problems().stream()
                        .map(problem -> new ProblemView(
                                problem.field(), problem.words().key(), translator.say(problem.words())))
                        .toList(),
                row.cases());
    }
}
