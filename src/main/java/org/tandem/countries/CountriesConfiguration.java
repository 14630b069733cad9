package org.tandem.countries;

import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.platform.reference.ReferenceFiles;
import org.tandem.platform.reference.ReferenceLoads;
import org.tandem.platform.web.AgencyAccents;
import org.tandem.platform.web.NavigationEntry;

/** Loads the files if they have changed, then keeps what the tables hold in memory: whoever is given it finds it complete. */
@Configuration(proxyBeanMethods = false)
class CountriesConfiguration {

    /** Raise it when what is written into the tables changes shape. */
    private static final String SHAPE = "countries-2";

    @Bean
    CountryData countryData(ReferenceFiles files, ReferenceLoads loads, CountryTables tables) {
        CountryFiles found = CountryFiles.find(files);
        loads.load("countries", SHAPE, found.all(), () -> tables.write(found.read()));
        return tables.read();
    }

    @Bean
    Countries countries(CountryData data) {
        return new Countries(data);
    }

    @Bean
    Agencies agencies(CountryData data) {
        return new Agencies(data);
    }

    @Bean
    AgencyAccents agencyAccents(CountryData data) {
        return () -> data.agencies().stream().collect(Collectors.toMap(Agency::code, Agency::accent));
    }

    @Bean
    NavigationEntry countriesNavigation() {
        return new NavigationEntry(100, "countries.nav", "/countries");
    }
}
