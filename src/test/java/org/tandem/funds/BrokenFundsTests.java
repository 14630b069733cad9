package org.tandem.funds;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.countries.Countries;
import org.tandem.countries.CountriesMother;
import org.tandem.platform.reference.BrokenReference;
import org.tandem.platform.reference.ReferenceFile;
import org.tandem.platform.reference.ReferenceFiles;

class BrokenFundsTests {

    private static final Countries COUNTRIES = CountriesMother.countries();

    private final FundFiles good = FundFiles.find(new ReferenceFiles(List.of()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code: IPS00 | code: COV00 | key funds[1].code | is the code or alias of another fund",
                "aliases: [JOINT-SDG-FUND] | aliases: [COV00] | key funds[1].aliases[0] | another fund",
                "short_name: Joint SDG Fund | short_nam: Joint SDG Fund | key funds[1].short_nam | unknown key",
                "parent_fund: IPS00 | parent_fund: IPS99 | key funds[2].parent_fund | no fund IPS99",
                "ceiling_per_country: 500000 | ceiling_per_country: much | key funds[1].calls[5].ceiling_per_country | whole number",
                "countries_seen: [MWI | countries_seen: [MWX | key funds[1].calls[0].countries_seen[0] | MWX",
                "id: IPS-2020-FC2 | id: IPS-2020-FC1 | key funds[1].calls[2].id | second time",
                "indirect_pct: 7, basis: G} | indirect_pct: 107, basis: G} | key funds[0].fees.indirect_pct | from 0 to 100",
                "deadline: \"2024-07-01\" | deadline: \"2024-06-31\" | key funds[1].calls[5].deadline | no day of the calendar",
                "opened: \"2019-03\" | opened: \"2019-13\" | key funds[1].calls[0].opened | no day of the calendar",
                "as_of: \"2026-11-21\" | as_of: soon | key as_of | must be a date"
            })
    void aMistakeIsNamedWithFileLineAndKey(String from, String to, String where, String why) {
        FundFiles broken = new FundFiles(replaced(good.funds(), from, to), List.of(), good.markers());

        assertThatThrownBy(() -> broken.read(COUNTRIES))
                .isInstanceOf(BrokenReference.class)
                .hasMessageContaining("funds.yaml, line ")
                .hasMessageContaining(where)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code: GEM1 | code: GEM0 | second time",
                "label: Social protection} | lable: Social protection} | unknown key",
                "schema: markers/1 | schema: markers/2 | must be markers/1"
            })
    void aMistakeAmongTheMarkersToo(String from, String to, String why) {
        FundFiles broken = new FundFiles(good.funds(), List.of(), replaced(good.markers(), from, to));

        assertThatThrownBy(() -> broken.read(COUNTRIES))
                .isInstanceOf(BrokenReference.class)
                .hasMessageContaining("markers.yaml, line ")
                .hasMessageContaining(why);
    }

    private static ReferenceFile replaced(ReferenceFile file, String from, String to) {
        int at = file.text().indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException(from);
        }
        return new ReferenceFile(
                file.name(), file.text().substring(0, at) + to + file.text().substring(at + from.length()));
    }
}
