package org.tandem.cases;

import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.countries.Country;
import org.tandem.countries.CountrySection;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.SignedIn;

/** The cases of a country, on its page, for those who may read them (D20). */
@Component
@RequiredArgsConstructor
class CountryCases implements CountrySection {

    private static final int MOST = 100;

    private final CaseFiles files;
    private final Frameworks frameworks;
    private final CaseReaders readers;
    private final JdbcClient jdbc;

    record Row(CaseView view, String area) {}

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Row> of(Country country, SignedIn reader) {
        CaseCondition readable = readers.where(reader, "c");
        List<String> ids = jdbc.sql("select c.id from tandem.case_file c join tandem.case_country a on a.case_id = c.id"
                        + " where a.country = :country and " + readable.sql() + " order by c.id limit " + MOST)
                .param("country", country.iso3())
                .params(readable.params())
                .query(String.class)
                .list();
        return files.all(ids).stream().map(view -> new Row(view, areas(view))).toList();
    }

    private String areas(CaseView view) {
        return view.areas().stream()
                .map(code -> frameworks
                        .areaByKey(view.framework() + "-" + code)
                        .map(area -> area.number() + " " + area.title())
                        .orElse(code))
                .collect(Collectors.joining(", "));
    }
}
