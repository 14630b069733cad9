package org.tandem.selection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.StorableText;
import org.tandem.platform.UseCase;
import org.tandem.platform.spreadsheet.Sheet;
import org.tandem.platform.spreadsheet.SheetReader;

/** Takes in a spreadsheet of nominations and says what would come of it; nothing is started until it is confirmed. */
@UseCase
@RequiredArgsConstructor
class UploadNominations {

    /** More than any spreadsheet puts into one cell. */
    private static final int MOST_IN_A_CELL = 33_000;

    private static final int KEPT_OF_TOO_MUCH = 500;

    private final Coordinators coordinators;
    private final CheckImport checkImport;
    private final NominationImports imports;

    /** @throws Refused when the file as a whole cannot be used; problems of rows are in the import */
    UUID upload(String fileName, byte[] content, SignedIn who) {
        requireCoordinator(who);
        Sheet sheet = SheetReader.read(content);
        List<Message> notices = new ArrayList<>(sheet.notices());
        List<Optional<ImportColumn>> columns = columns(sheet.header(), notices);
        List<CheckImport.Candidate> candidates =
                sheet.lines().stream().map(line -> candidate(line, columns)).toList();
        return imports.add(
                who.personId(), who.username(), shortened(fileName), notices, checkImport.check(candidates, who));
    }

    void requireCoordinator(SignedIn who) {
        if (!coordinators.coordinatesAny(who)) {
            throw SelectionRefused.onlyCoordinators();
        }
    }

    private static List<Optional<ImportColumn>> columns(List<String> header, List<Message> notices) {
        List<Optional<ImportColumn>> columns =
                header.stream().map(ImportColumn::named).toList();
        String missing = String.join(
                ", ",
                Stream.of(ImportColumn.values())
                        .filter(ImportColumn::isRequired)
                        .filter(column -> !columns.contains(Optional.of(column)))
                        .map(ImportColumn::code)
                        .toList());
        if (!missing.isEmpty()) {
            throw refused("missingColumns", missing);
        }
        for (ImportColumn column : ImportColumn.values()) {
            if (columns.stream().filter(Optional.of(column)::equals).count() > 1) {
                throw refused("columnTwice", column.code());
            }
        }
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String name = header.get(i);
            if (columns.get(i).isEmpty() && !name.isEmpty() && !name.equals(ImportColumn.PROBLEMS)) {
                unknown.add("“" + shortened(name) + "”");
            }
        }
        if (!unknown.isEmpty()) {
            notices.add(Message.of("selection.import.notice.unknownColumns", String.join(", ", unknown)));
        }
        return columns;
    }

    private static CheckImport.Candidate candidate(Sheet.Line line, List<Optional<ImportColumn>> columns) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<Refused> problems = new ArrayList<>();
        for (int i = 0; i < line.cells().size(); i++) {
            Sheet.Cell cell = line.cells().get(i);
            if (i >= columns.size()) {
                if (!cell.text().isEmpty()) {
                    problems.add(Refused.conflict("selection.import.problem.extraCells"));
                    break;
                }
                continue;
            }
            columns.get(i).ifPresent(column -> cells.put(column.code(), text(cell, column, problems)));
        }
        cells.values().removeIf(String::isEmpty);
        return new CheckImport.Candidate(line.number(), cells, problems);
    }

    private static String text(Sheet.Cell cell, ImportColumn column, List<Refused> problems) {
        if (cell.formula()) {
            problems.add(ImportedRow.problem(column, "formula", cell.text().substring(0, 1)));
        }
        String text = StorableText.of(cell.text());
        if (text.length() > MOST_IN_A_CELL) {
            problems.add(Refused.invalid(column.field(), "cases.refused.tooLong", text.length(), NominationInput.MOST));
            return text.substring(0, KEPT_OF_TOO_MUCH) + "…";
        }
        return text;
    }

    private static Refused refused(String why, Object... args) {
        return Refused.invalid("file", "selection.import.refused." + why, args);
    }

    private static String shortened(String name) {
        String plain = StorableText.of(name).replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]", "");
        return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
    }
}
