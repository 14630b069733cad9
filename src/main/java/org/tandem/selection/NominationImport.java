package org.tandem.selection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.countries.Countries;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.imports.ImportColumn;
import org.tandem.platform.imports.ImportPlace;
import org.tandem.platform.imports.SentRow;
import org.tandem.platform.imports.SpreadsheetImport;

/** Nominations from a spreadsheet: a row nominates one country for one or many areas. */
@Component
@RequiredArgsConstructor
class NominationImport implements SpreadsheetImport {

    private final Coordinators coordinators;
    private final ImportedRow importedRow;
    private final NominationRules rules;
    private final NominateCountry nominateCountry;
    private final NominationReading reading;
    private final Frameworks frameworks;
    private final Countries countries;
    private final JdbcClient jdbc;

    @Override
    public ImportPlace place() {
        return new ImportPlace(
                "selection",
                "nominations",
                "selection.import.",
                "/selection/import",
                "/api/selection/imports",
                "/selection",
                "selection.nav.list",
                "/selection?sort=since",
                "/cases/");
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                ImportColumn.required("framework", "")
                        .example(who -> framework(who).shortCode())
                        .shown("selection.field.framework"),
                ImportColumn.required("country", "VNM").shown("selection.field.country"),
                ImportColumn.required("areas", "")
                        .example(who -> areas(who).map(Area::code).collect(Collectors.joining(" ")))
                        .shown("selection.import.areas"),
                ImportColumn.required("entryPoint", "Social protection project"),
                ImportColumn.optional("existingCapacity", "Two joint offices"),
                ImportColumn.optional("replicable", "Training of inspectors"),
                ImportColumn.required("reasons", "Ministry asked both agencies"),
                ImportColumn.optional("gains", "").example(this::gains),
                ImportColumn.optional("collaborations", "")
                        .example(who -> frameworks.collaborations(framework(who).shortCode()).stream()
                                .findFirst()
                                .map(known -> known.code())
                                .orElse("")),
                ImportColumn.optional("noCollaboration", ""),
                ImportColumn.optional("absenceExplanation", ""));
    }

    @Override
    public void mayImport(SignedIn who) {
        if (!coordinators.coordinatesAny(who)) {
            throw SelectionRefused.onlyCoordinators();
        }
    }

    @Override
    public Function<SentRow, Judged> judge(SignedIn who) {
        StandingPicture picture = new StandingPicture(jdbc, frameworks);
        return row -> judge(row, picture, who);
    }

    private Judged judge(SentRow row, StandingPicture picture, SignedIn who) {
        NominationInput.Checked checked = importedRow.read(row).check(null);
        CheckedNomination nomination = checked.proposal();
        List<Refused> problems = new ArrayList<>(checked.with(rules.problems(nomination, who, picture)));
        Set<String> subjects = new LinkedHashSet<>();
        for (String area : nomination.areas()) {
            subjects.add(StandingPicture.subject(nomination.framework(), nomination.country(), area));
            picture.caseOfRow(ImportedRow.key(nomination) + "/" + area)
                    .map(SelectionRefused::alreadyOpen)
                    .ifPresent(problems::add);
        }
        if (problems.isEmpty() && row.problems().isEmpty()) {
            picture.add(nomination.framework(), nomination.country());
        }
        return new Judged(subjects, problems);
    }

    @Override
    public List<String> open(SentRow row, SignedIn who) {
        NominationInput input = importedRow.read(row);
        return nominateCountry.nominate(input.checked(ImportedRow.key(input.checked(null))), who).stream()
                .map(CaseId::value)
                .toList();
    }

    @Override
    public Refused sameAs(int row) {
        return Refused.invalid("country", "selection.import.problem.duplicate", row);
    }

    @Override
    public List<List<String>> codes(SignedIn who) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("framework", "column", "code", "meaning"));
        for (Framework framework : reading.frameworksFor(who)) {
            String code = framework.shortCode();
            lines.add(List.of(code, "framework", code, framework.shortTitle()));
            framework
                    .currentAreas()
                    .forEach(area -> lines.add(List.of(code, "areas", area.code(), area.numberedTitle())));
            framework.currentAreas().forEach(area -> area.currentGains()
                    .forEach(gain -> lines.add(List.of(code, "gains", area.code() + "=" + gain.code(), gain.label()))));
            frameworks
                    .collaborations(code)
                    .forEach(known -> lines.add(List.of(code, "collaborations", known.code(), known.title())));
        }
        countries
                .all()
                .forEach(country ->
                        lines.add(List.of("", "country", country.iso3(), country.nameEn() + " / " + country.nameFr())));
        return lines;
    }

    private Framework framework(SignedIn who) {
        return reading.frameworksFor(who).get(0);
    }

    private Stream<Area> areas(SignedIn who) {
        return framework(who).currentAreas().stream().limit(2);
    }

    private String gains(SignedIn who) {
        return areas(who)
                .flatMap(area -> area.currentGains().stream().limit(1).map(gain -> area.code() + "=" + gain.code()))
                .collect(Collectors.joining("; "));
    }
}
