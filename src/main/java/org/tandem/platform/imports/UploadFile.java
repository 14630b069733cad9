package org.tandem.platform.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.StorableText;
import org.tandem.platform.UseCase;
import org.tandem.platform.spreadsheet.Sheet;
import org.tandem.platform.spreadsheet.SheetReader;

/** Takes in a spreadsheet and says what would come of it; nothing is opened until it is confirmed. */
@UseCase
@RequiredArgsConstructor
class UploadFile {

    /** More than any spreadsheet puts into one cell. */
    private static final int MOST_IN_A_CELL = 33_000;

    private final CheckRows checkRows;
    private final ImportRuns runs;

    /** @throws Refused when the file as a whole cannot be used; problems of rows are in the run */
    UUID upload(SpreadsheetImport declared, @Nullable MultipartFile file, SignedIn who) throws IOException {
        declared.mayImport(who);
        String name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        if (file == null || name.isBlank() && file.isEmpty()) {
            throw refused("noFile");
        }
        Sheet sheet = SheetReader.read(file.getBytes());
        List<Message> notices = new ArrayList<>(sheet.notices());
        List<Optional<ImportColumn>> columns = columns(declared.columns(), sheet.header(), notices);
        List<SentRow> rows =
                sheet.lines().stream().map(line -> row(line, columns)).toList();
        return runs.add(declared, who, shortened(name), notices, checkRows.check(declared, rows, who));
    }

    private static List<Optional<ImportColumn>> columns(
            List<ImportColumn> declared, List<String> header, List<Message> notices) {
        List<Optional<ImportColumn>> columns =
                header.stream().map(name -> ImportColumn.named(declared, name)).toList();
        String missing = declared.stream()
                .filter(column -> column.isRequired() && !columns.contains(Optional.of(column)))
                .map(ImportColumn::code)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw refused("missingColumns", missing);
        }
        for (ImportColumn column : declared) {
            if (columns.stream().filter(Optional.of(column)::equals).count() > 1) {
                throw refused("columnTwice", column.code());
            }
        }
        String unknown = header.stream()
                .filter(name -> !name.isEmpty() && !name.equals(ImportColumn.PROBLEMS))
                .filter(name -> ImportColumn.named(declared, name).isEmpty())
                .map(name -> "“" + shortened(name) + "”")
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            notices.add(Message.of("platform.import.notice.unknownColumns", unknown));
        }
        return columns;
    }

    private static SentRow row(Sheet.Line line, List<Optional<ImportColumn>> columns) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<Refused> problems = new ArrayList<>();
        for (int i = 0; i < line.cells().size(); i++) {
            Sheet.Cell cell = line.cells().get(i);
            if (i >= columns.size()) {
                if (!cell.text().isEmpty()) {
                    problems.add(Refused.conflict("platform.import.problem.extraCells"));
                    break;
                }
                continue;
            }
            columns.get(i).ifPresent(column -> cells.put(column.code(), text(cell, column, problems)));
        }
        cells.values().removeIf(String::isEmpty);
        return new SentRow(line.number(), cells, problems);
    }

    private static String text(Sheet.Cell cell, ImportColumn column, List<Refused> problems) {
        if (cell.formula()) {
            problems.add(column.problem("formula", cell.text().substring(0, 1)));
        }
        String text = StorableText.of(cell.text());
        if (text.length() > MOST_IN_A_CELL) {
            problems.add(column.problem("tooLong", text.length()));
            return text.substring(0, 500) + "…";
        }
        return text;
    }

    private static Refused refused(String why, Object... args) {
        return Refused.invalid("file", "platform.import.refused." + why, args);
    }

    private static String shortened(String name) {
        String plain = StorableText.of(name).replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]", "");
        return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
    }
}
