package org.tandem.countries;

import java.util.List;
import java.util.Optional;

/** All agencies, in memory, in the order of the data files. */
public class Agencies {

    private final List<Agency> agencies;

    Agencies(CountryData data) {
        agencies = data.agencies();
    }

    /** Also finds agencies that have left the data, because mandates and cases may refer to them. */
    public Optional<Agency> find(String code) {
        return agencies.stream().filter(agency -> agency.code().equals(code)).findFirst();
    }

    public List<Agency> all() {
        return agencies.stream().filter(agency -> !agency.retired()).toList();
    }
}
