package org.tandem.countries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.ProcessTest;

@ProcessTest
class RegionChangesTests {

    @Autowired
    CountryTables tables;

    @Autowired
    RegionChanges changes;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void namesTheCountriesWhoseRegionNewDataChangeAndEachOnce() {
        List<String> first = new ArrayList<>();
        List<String> again = new ArrayList<>();
        transaction.executeWithoutResult(running -> {
            running.setRollbackOnly();
            changes.take(iso3 -> {});
            CountryData data = tables.read();
            tables.write(new CountryData(
                    data.countries(),
                    data.agencies(),
                    data.presences().stream().map(RegionChangesTests::moved).toList(),
                    data.flags()));
            changes.take(first::add);
            changes.take(again::add);
        });

        assertThat(first).containsExactly("SOM");
        assertThat(again).isEmpty();
    }

    private static AgencyPresence moved(AgencyPresence presence) {
        return presence.agency().equals("UNDP") && presence.iso3().equals("SOM")
                ? new AgencyPresence("UNDP", "SOM", "RBA", presence.present(), presence.kind())
                : presence;
    }
}
