package org.tandem.selection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.Refused;
import org.tandem.platform.TextRules;
import org.tandem.platform.imports.SentRow;

/** Reads a row of a spreadsheet as a nomination: people write codes in many ways. */
@Component
@RequiredArgsConstructor
class ImportedRow {

    private static final String BETWEEN_CODES = "[\\s,;]+";

    private final Frameworks frameworks;
    private final Countries countries;

    NominationInput read(SentRow row) {
        String typed = row.text("framework");
        Optional<Framework> framework = framework(typed);
        List<String> areas = codes(row.text("areas")).stream()
                .map(code -> area(framework, code))
                .distinct()
                .toList();
        return new NominationInput(
                framework.map(Framework::shortCode).orElse(typed),
                countries.named(row.text("country")).map(Country::iso3).orElse(row.text("country")),
                areas,
                row.text("entryPoint"),
                row.text("existingCapacity"),
                row.text("replicable"),
                row.text("reasons"),
                gains(framework, areas, row.text("gains"), row.problems()),
                codes(row.text("collaborations")).stream()
                        .map(code -> withoutFramework(framework, code))
                        .toList(),
                row.text("noCollaboration"),
                row.text("absenceExplanation"));
    }

    /** The same row in another file, or in the same file another time, has the same key. */
    static String key(CheckedNomination proposal) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.of(
                            proposal.framework(),
                            proposal.country(),
                            proposal.entryPoint(),
                            proposal.existingCapacity(),
                            proposal.replicable(),
                            proposal.reasons(),
                            String.join(" ", proposal.collaborations()),
                            proposal.noCollaboration(),
                            proposal.absenceExplanation())
                    .map(text -> (text == null ? "" : text) + "\0")
                    .forEach(text -> digest.update(text.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Framework> framework(@Nullable String typed) {
        return frameworks.all().stream()
                .filter(known -> typed != null
                        && (known.shortCode().equalsIgnoreCase(typed)
                                || known.code().equalsIgnoreCase(typed)))
                .findFirst();
    }

    /** A3, a3, 3 and FFA-A3 are all area A3. */
    private static String area(Optional<Framework> framework, String typed) {
        String code = withoutFramework(framework, typed);
        return framework.stream()
                .flatMap(known -> known.currentAreas().stream())
                .filter(area ->
                        area.code().equalsIgnoreCase(code) || area.number().equals(code))
                .map(Area::code)
                .findFirst()
                .orElse(typed);
    }

    private static Map<String, String> gains(
            Optional<Framework> framework, List<String> areas, @Nullable String typed, List<Refused> problems) {
        Map<String, String> gains = new LinkedHashMap<>();
        if (typed == null) {
            return gains;
        }
        String[] parts = typed.split("[,;\\n]+");
        if (parts.length > NominationInput.MOST_CODES) {
            problems.add(NominationInput.tooMany("gains", parts.length));
            return gains;
        }
        for (String part : parts) {
            String[] pair = part.strip().split("\\s*[=:]\\s*", 2);
            if (pair.length == 2) {
                String area = area(framework, pair[0]);
                if (!areas.contains(area)) {
                    problems.add(problem("gainOfNoArea", part.strip()));
                }
                gains.put(area, pair[1].toUpperCase(Locale.ROOT));
            } else if (!pair[0].isEmpty() && gains.isEmpty() && typed.strip().equals(pair[0])) {
                String gain = pair[0].toUpperCase(Locale.ROOT);
                areas.stream()
                        .filter(code -> framework
                                .flatMap(known -> known.area(code))
                                .filter(area -> !area.currentGains().isEmpty())
                                .isPresent())
                        .forEach(code -> gains.put(code, gain));
            } else if (!pair[0].isEmpty()) {
                problems.add(problem("gains", part.strip()));
            }
        }
        return gains;
    }

    private static Refused problem(String why, String part) {
        return Refused.invalid("gains", "selection.import.problem." + why, part);
    }

    private static List<String> codes(@Nullable String typed) {
        return typed == null
                ? List.of()
                : Stream.of(typed.split(BETWEEN_CODES))
                        .map(TextRules::clean)
                        .filter(code -> !code.isEmpty())
                        .map(code -> code.toUpperCase(Locale.ROOT))
                        .toList();
    }

    private static String withoutFramework(Optional<Framework> framework, String code) {
        String prefix = framework.map(known -> known.shortCode() + "-").orElse("-");
        return code.startsWith(prefix) ? code.substring(prefix.length()) : code;
    }
}
