package org.tandem.countries;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.tandem.platform.reference.ReferenceFiles;

/** Countries and agencies as the product brings them, without a database. */
public final class CountriesMother {

    /** Two invented agencies with few countries. */
    public static final Path INVENTED = Path.of("src/test/resources/reference-invented");

    private CountriesMother() {}

    public static Countries countries(Path... directories) {
        return new Countries(data(directories));
    }

    public static Agencies agencies(Path... directories) {
        return new Agencies(data(directories));
    }

    static CountryData data(Path... directories) {
        return CountryFiles.find(new ReferenceFiles(
                        Stream.of(directories).map(Path::toString).toList()))
                .read();
    }
}
