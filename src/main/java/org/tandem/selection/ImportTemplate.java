package org.tandem.selection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import org.tandem.countries.Countries;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.CsvText;

/** The file to fill in: the columns, one example that is skipped, and in the workbook a list of all codes. */
@Component
@RequiredArgsConstructor
class ImportTemplate {

    private final NominationReading reading;
    private final Frameworks frameworks;
    private final Countries countries;

    List<String> header() {
        return Stream.of(ImportColumn.values()).map(ImportColumn::code).toList();
    }

    /** Begins with a # so that nobody nominates it. */
    List<String> example(SignedIn who) {
        Framework framework = reading.frameworksFor(who).get(0);
        List<Area> areas = framework.currentAreas().stream().limit(2).toList();
        return List.of(
                "#" + framework.shortCode(),
                "VNM",
                String.join(" ", areas.stream().map(Area::code).toList()),
                "Social protection project",
                "Two joint offices",
                "Training of inspectors",
                "Ministry asked both agencies",
                String.join(
                        "; ",
                        areas.stream()
                                .flatMap(area -> area.currentGains().stream()
                                        .limit(1)
                                        .map(gain -> area.code() + "=" + gain.code()))
                                .toList()),
                frameworks.collaborations(framework.shortCode()).stream()
                        .limit(1)
                        .map(known -> known.code())
                        .findFirst()
                        .orElse(""),
                "",
                "");
    }

    byte[] csv(SignedIn who) {
        return CsvText.of(header(), List.of(example(who)));
    }

    byte[] xlsx(SignedIn who) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Tandem", "1.0")) {
            Worksheet sheet = book.newWorksheet("Nominations");
            write(sheet, 0, header());
            sheet.range(0, 0, 0, header().size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            write(sheet, 1, example(who));
            for (int i = 0; i < header().size(); i++) {
                sheet.width(i, 20);
            }
            Worksheet codes = book.newWorksheet("Codes");
            List<List<String>> lines = codes(who);
            for (int i = 0; i < lines.size(); i++) {
                write(codes, i, lines.get(i));
            }
            codes.range(0, 0, 0, 3).style().bold().set();
            codes.width(1, 18);
            codes.width(2, 22);
            codes.width(3, 70);
            codes.freezePane(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private List<List<String>> codes(SignedIn who) {
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

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(row, i, cells.get(i));
        }
    }
}
