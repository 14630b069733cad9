package org.tandem.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.selection.NominationImport.Problem;
import org.tandem.selection.NominationImport.Row;
import org.tandem.selection.NominationImport.Verdict;
import org.tandem.tasks.starts.LeadsToCase;

/** Says of each row of a spreadsheet whether it could be started, and if not why; starts nothing. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class CheckImport {

    private final ImportedRow importedRow;
    private final NominationRules rules;
    private final Frameworks frameworks;
    private final JdbcClient jdbc;

    /** A row not yet judged. */
    record Candidate(int number, Map<String, String> cells, List<Refused> problems) {}

    List<Row> check(List<Candidate> candidates, SignedIn who) {
        StandingPicture picture = new StandingPicture(jdbc, frameworks);
        Map<String, Integer> seen = new HashMap<>();
        return candidates.stream()
                .map(candidate -> check(candidate, picture, seen, who))
                .toList();
    }

    private Row check(Candidate candidate, StandingPicture picture, Map<String, Integer> seen, SignedIn who) {
        ImportedRow.Read read = importedRow.read(candidate.cells());
        NominationInput.Checked checked = read.input().check(null);
        CheckedNomination proposal = checked.proposal();
        List<Refused> ofCells = new ArrayList<>(candidate.problems());
        ofCells.addAll(read.problems());
        List<Refused> problems = new ArrayList<>(ofCells);
        Set<String> already = new LinkedHashSet<>();
        for (Refused problem : checked.with(rules.problems(proposal, who, picture))) {
            if (problem instanceof LeadsToCase open) {
                already.add(open.caseId());
            } else if (!isSaid(problem, ofCells)) {
                problems.add(problem);
            }
        }
        Set<String> areas = new LinkedHashSet<>(proposal.areas());
        String key = ImportedRow.key(proposal);
        areas.forEach(area -> picture.caseOfRow(key + "/" + area).ifPresent(already::add));
        if (problems.isEmpty() && !already.isEmpty() && already.size() == areas.size()) {
            remember(candidate, proposal, areas, seen);
            return row(candidate, Verdict.ALREADY, List.of(), List.copyOf(already));
        }
        already.forEach(caseId -> problems.add(SelectionRefused.alreadyOpen(caseId)));
        areas.stream()
                .map(area -> seen.get(StandingPicture.subject(proposal.framework(), proposal.country(), area)))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .ifPresent(other -> problems.add(ImportedRow.problem(ImportColumn.COUNTRY, "duplicate", other)));
        problems.sort(Comparator.comparingInt(NominationInput::place));
        if (!problems.isEmpty()) {
            return row(candidate, Verdict.BAD, problems, List.of());
        }
        remember(candidate, proposal, areas, seen);
        picture.add(proposal.framework(), proposal.country());
        return row(candidate, Verdict.GOOD, List.of(), List.of());
    }

    /** Something is wrong with the cell itself: what it would mean does not matter then. */
    private static boolean isSaid(Refused problem, List<Refused> problems) {
        return problem.field() != null
                && problems.stream().anyMatch(other -> ImportColumn.ofField(problem.field())
                        .equals(ImportColumn.ofField(String.valueOf(other.field()))));
    }

    private static void remember(
            Candidate candidate, CheckedNomination proposal, Set<String> areas, Map<String, Integer> seen) {
        areas.forEach(area -> seen.putIfAbsent(
                StandingPicture.subject(proposal.framework(), proposal.country(), area), candidate.number()));
    }

    private static Row row(Candidate candidate, Verdict verdict, List<Refused> problems, List<String> cases) {
        return new Row(
                candidate.number(),
                candidate.cells(),
                verdict,
                problems.stream()
                        .map(problem -> new Problem(problem.field(), problem.words()))
                        .toList(),
                cases);
    }
}
