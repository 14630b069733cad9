package org.tandem.versions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.models.difference.Difference;
import org.tandem.platform.SignedIn;

/** What is different between an older version and the newest, and what it means for the cases that run. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class CompareVersions {

    private final Versions versions;
    private final VersionFiles files;
    private final Planning planning;
    private final RestingCases resting;
    private final AffectedCases affectedCases;
    private final CheckVersion checkVersion;
    private final FindNotices findNotices;
    private final ChangeWords words;
    private final Migrations migrations;

    /**
     * @param chosen new step by old step, as far as somebody has chosen
     * @param after end of the page of cases before, empty for the first
     */
    Comparison compare(String process, int number, Map<String, String> chosen, String after, SignedIn who) {
        Administrators.require(who);
        Version from = versions.of(process, number);
        Version to = versions.newerThan(from);
        Difference difference = planning.difference(from, to);
        List<StepMove> moves = new StepMoves(difference, resting.waiting(from), chosen).all();
        return new Comparison(
                from,
                to,
                versions.running(from),
                checkVersion.check(to),
                difference.changes().stream().map(words::line).toList(),
                moves,
                suggestions(difference, moves),
                affectedCases.page(from, difference, moves, chosen, after),
                findNotices.of(from, difference),
                migrations.openFrom(from.definition()).orElse(null));
    }

    Verdict verdict(String process, SignedIn who) {
        Administrators.require(who);
        return checkVersion.check(versions.newest(process));
    }

    /** The diagram as it was deployed. */
    String diagram(String process, int number, SignedIn who) {
        Administrators.require(who);
        return files.diagram(versions.of(process, number));
    }

    private static Map<String, String> suggestions(Difference difference, List<StepMove> moves) {
        Map<String, String> suggestions = new LinkedHashMap<>();
        moves.stream().filter(StepMove::isChoice).forEach(move -> difference
                .after(move.before())
                .or(() -> new WaitingPlaces(difference)
                        .suggestion(difference.before().node(move.before()).orElseThrow()))
                .ifPresent(step -> suggestions.put(move.before(), step)));
        return suggestions;
    }
}
