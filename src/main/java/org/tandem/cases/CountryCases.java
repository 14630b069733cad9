package org.tandem.cases;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tandem.countries.Country;
import org.tandem.countries.CountrySection;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.SignedIn;

/** The cases of a country, on its page, for those who may read them (D20). */
@Component
class CountryCases implements CountrySection {

    private final CaseFiles files;
    private final Frameworks frameworks;

    CountryCases(CaseFiles files, Frameworks frameworks) {
        this.files = files;
        this.frameworks = frameworks;
    }

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
        List<String> readable = frameworks.all().stream()
                .filter(framework -> CaseReaders.mayRead(reader, framework.parties()))
                .map(Framework::shortCode)
                .toList();
        return files.ofCountry(country.iso3(), readable).stream()
                .map(view -> new Row(view, areas(view)))
                .toList();
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
