package org.tandem.selection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.frameworks.Frameworks;

/** What stood when the picture was taken: asked a thousand times for one spreadsheet without going to the database again. */
class StandingPicture implements Standing {

    private final Map<String, String> open = new HashMap<>();
    private final Map<String, String> byRow = new HashMap<>();
    private final Map<String, Set<String>> countries = new HashMap<>();

    private final Map<String, OptionalInt> ceilings = new HashMap<>();
    private final Map<Eligibility.Facts, String> verdicts = new HashMap<>();
    private final Frameworks frameworks;

    StandingPicture(JdbcClient jdbc, Frameworks frameworks) {
        this.frameworks = frameworks;
        jdbc.sql("select case_id, framework, country, area, state, import_key from tandem.nomination order by case_id")
                .query(row -> {
                    String country = row.getString("country");
                    String framework = row.getString("framework");
                    if (!SelectionState.valueOf(row.getString("state")).allowsRenewal()) {
                        open.put(subject(framework, country, row.getString("area")), row.getString("case_id"));
                        add(framework, country);
                    }
                    if (row.getString("import_key") != null) {
                        byRow.put(row.getString("import_key"), row.getString("case_id"));
                    }
                });
    }

    /** Counts the country as if it had been nominated. */
    void add(String framework, String country) {
        countries.computeIfAbsent(framework, key -> new HashSet<>()).add(country);
    }

    @Override
    public Optional<String> openCase(String framework, String country, String area) {
        return Optional.ofNullable(open.get(subject(framework, country, area)));
    }

    @Override
    public Optional<String> caseOfRow(String importKey) {
        return Optional.ofNullable(byRow.get(importKey));
    }

    @Override
    public int otherOpenCountries(String framework, String country) {
        Set<String> all = countries.getOrDefault(framework, Set.of());
        return all.size() - (all.contains(country) ? 1 : 0);
    }

    @Override
    public OptionalInt ceiling(String framework) {
        return ceilings.computeIfAbsent(framework, frameworks::ceiling);
    }

    @Override
    public String verdict(Eligibility.Facts facts, Function<Eligibility.Facts, String> table) {
        return verdicts.computeIfAbsent(facts, table);
    }

    static String subject(String framework, String country, String area) {
        return framework + " " + country + " " + area;
    }
}
