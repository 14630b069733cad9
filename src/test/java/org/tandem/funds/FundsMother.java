package org.tandem.funds;

import java.util.List;
import org.tandem.countries.CountriesMother;
import org.tandem.platform.reference.ReferenceFiles;

/** Funds and markers as the product brings them, without a database. */
public final class FundsMother {

    private FundsMother() {}

    public static Funds funds() {
        return new Funds(data());
    }

    public static Markers markers() {
        return new Markers(data());
    }

    static FundData data() {
        return FundFiles.find(new ReferenceFiles(List.of())).read(CountriesMother.countries());
    }
}
