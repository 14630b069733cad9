package org.tandem.funds;

import java.util.List;
import java.util.stream.Stream;
import org.tandem.countries.Countries;
import org.tandem.platform.reference.ReferenceFile;
import org.tandem.platform.reference.ReferenceFiles;

/** The files this module is made of. */
record FundFiles(ReferenceFile funds, List<ReferenceFile> furtherFunds, ReferenceFile markers) {

    static FundFiles find(ReferenceFiles files) {
        return new FundFiles(files.bundled("funds.yaml"), files.folder("funds"), files.bundled("markers.yaml"));
    }

    List<ReferenceFile> all() {
        return Stream.concat(Stream.of(funds, markers), furtherFunds.stream()).toList();
    }

    FundData read(Countries countries) {
        FundsFile reader = new FundsFile(countries);
        FundData main = reader.readMain(funds, MarkersFile.read(markers));
        furtherFunds.forEach(reader::readFurther);
        reader.checkParents();
        return new FundData(main.asOf(), List.copyOf(reader.funds()), main.commonRules(), main.markers());
    }
}
