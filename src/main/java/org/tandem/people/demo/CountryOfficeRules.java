package org.tandem.people.demo;

import java.util.List;
import org.tandem.countries.AgencyPresence;
import org.tandem.countries.Countries;
import org.tandem.platform.reference.DataNode;
import org.tandem.platform.reference.ReferenceFile;

/** Where the demo roster has country offices; read from data, so that no code knows an agency. */
class CountryOfficeRules {

    /** These agencies have an office where this agency is present in one of these ways. */
    record Rule(List<String> agencies, String like, List<String> kinds) {}

    private final List<Rule> rules;
    private final Countries countries;

    CountryOfficeRules(List<Rule> rules, Countries countries) {
        this.rules = List.copyOf(rules);
        this.countries = countries;
    }

    static CountryOfficeRules read(List<ReferenceFile> files, Countries countries) {
        List<Rule> rules = files.stream()
                .map(DataNode::read)
                .map(node -> node.keys("schema", "countryOffices"))
                .flatMap(node -> node.list("countryOffices").stream())
                .map(node -> node.keys("agencies", "like", "kinds"))
                .map(node -> new Rule(node.texts("agencies"), node.text("like"), node.texts("kinds")))
                .toList();
        return new CountryOfficeRules(rules, countries);
    }

    boolean hasOffice(String agency, String iso3) {
        return rules.stream()
                .filter(rule -> rule.agencies().contains(agency))
                .findFirst()
                .map(rule -> countries
                        .presence(rule.like(), iso3)
                        .map(AgencyPresence::kind)
                        .filter(rule.kinds()::contains)
                        .isPresent())
                .orElseGet(() -> countries.isPresent(agency, iso3));
    }
}
