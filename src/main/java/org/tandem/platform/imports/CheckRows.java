package org.tandem.platform.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.AlreadyThere;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.imports.ImportRun.Problem;
import org.tandem.platform.imports.ImportRun.Row;
import org.tandem.platform.imports.ImportRun.Verdict;
import org.tandem.platform.imports.SpreadsheetImport.Judged;

/** Says of each row of a spreadsheet whether it could be opened, and if not why; opens nothing. */
@Component
@Transactional(readOnly = true)
class CheckRows {

    List<Row> check(SpreadsheetImport declared, List<SentRow> rows, SignedIn who) {
        Function<SentRow, Judged> judge = declared.judge(who);
        Map<String, Integer> seen = new HashMap<>();
        return rows.stream()
                .map(row -> check(declared, row, judge.apply(row), seen))
                .toList();
    }

    private static Row check(SpreadsheetImport declared, SentRow row, Judged judged, Map<String, Integer> seen) {
        List<ImportColumn> columns = declared.columns();
        Set<Optional<ImportColumn>> unreadable = row.problems().stream()
                .map(problem -> ImportColumn.about(columns, problem.field()))
                .filter(Optional::isPresent)
                .collect(Collectors.toSet());
        List<Refused> problems = new ArrayList<>(row.problems());
        Map<String, Refused> already = new LinkedHashMap<>();
        for (Refused problem : judged.problems()) {
            if (problem instanceof AlreadyThere known) {
                already.putIfAbsent(known.id(), known);
            } else if (!unreadable.contains(ImportColumn.about(columns, problem.field()))) {
                problems.add(problem);
            }
        }
        if (problems.isEmpty()
                && !already.isEmpty()
                && already.size() == judged.subjects().size()) {
            judged.subjects().forEach(subject -> seen.putIfAbsent(subject, row.number()));
            return row(row, Verdict.ALREADY, List.of(), List.copyOf(already.keySet()));
        }
        problems.addAll(already.values());
        judged.subjects().stream()
                .map(seen::get)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(other -> problems.add(declared.sameAs(other)));
        if (problems.isEmpty()) {
            judged.subjects().forEach(subject -> seen.put(subject, row.number()));
            return row(row, Verdict.GOOD, List.of(), List.of());
        }
        problems.sort(Comparator.comparing(problem -> ImportColumn.about(columns, problem.field())
                .map(columns::indexOf)
                .orElse(-1)));
        return row(row, Verdict.BAD, problems, List.of());
    }

    private static Row row(SentRow row, Verdict verdict, List<Refused> problems, List<String> cases) {
        return new Row(
                row.number(),
                row.cells(),
                verdict,
                problems.stream().map(Problem::of).toList(),
                cases);
    }
}
