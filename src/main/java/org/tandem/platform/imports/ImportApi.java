package org.tandem.platform.imports;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.SignedIn;
import org.tandem.platform.imports.ImportRun.Row;
import org.tandem.platform.spreadsheet.SheetReader;
import org.tandem.platform.web.DeclaredAddresses;
import org.tandem.platform.web.DeclaredEndpoint;
import org.tandem.platform.web.Translator;

/** Imports for machines, at the addresses they declare: the same checks, the same rights, the same background work. */
@RestController
@RequiredArgsConstructor
class ImportApi implements SmartInitializingSingleton {

    private final List<SpreadsheetImport> imports;
    private final DeclaredAddresses addresses;
    private final UploadFile uploadFile;
    private final ConfirmImport confirmImport;
    private final ImportRuns runs;
    private final WorkOffImports work;
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

    @Override
    public void afterSingletonsInstantiated() {
        for (SpreadsheetImport declared : imports) {
            Endpoint endpoint = new Endpoint(declared);
            String address = declared.place().api();
            addresses.map("POST", address, endpoint, "uploadImport");
            addresses.map("GET", address + "/{id}", endpoint, "oneImport");
            addresses.map("POST", address + "/{id}/confirm", endpoint, "confirmImport");
        }
    }

    /** The API of one import. */
    @RequiredArgsConstructor
    private final class Endpoint implements DeclaredEndpoint {

        private final SpreadsheetImport declared;

        @Override
        public String module() {
            return declared.place().module();
        }

        @Override
        public String operation(String method) {
            return module() + "." + method;
        }

        @ResponseBody
        @ResponseStatus(HttpStatus.CREATED)
        ImportView uploadImport(@RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
            SignedIn who = currentPerson.get();
            return view(uploadFile.upload(declared, file, who), who);
        }

        @ResponseBody
        ImportView oneImport(@PathVariable UUID id) {
            return view(id, currentPerson.get());
        }

        /** Also goes on with what was confirmed before and stands still. */
        @ResponseBody
        @ResponseStatus(HttpStatus.ACCEPTED)
        ImportView confirmImport(@PathVariable UUID id) {
            SignedIn who = currentPerson.get();
            confirmImport.confirm(declared, id, who);
            work.start(id);
            return view(id, who);
        }

        private ImportView view(UUID id, SignedIn who) {
            ImportRun known = runs.of(declared, id, who);
            return new ImportView(
                    id,
                    known.fileName(),
                    known.state().name(),
                    known.uploadedAt(),
                    known.finishedAt(),
                    known.notices().stream().map(translator::say).toList(),
                    known.byVerdict(),
                    runs.rows(id, List.of(), 0, SheetReader.MOST_LINES).stream()
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
}
