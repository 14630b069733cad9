package org.tandem.frameworks;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.tandem.countries.CountriesMother;
import org.tandem.platform.reference.ReferenceFiles;

/** Frameworks as the product brings them, without a database. */
public final class FrameworksMother {

    private FrameworksMother() {}

    public static Framework framework(String shortCode, Path... directories) {
        return data(directories).frameworks().stream()
                .filter(framework -> framework.shortCode().equals(shortCode))
                .findFirst()
                .orElseThrow();
    }

    static FrameworkData data(Path... directories) {
        return FrameworkFiles.find(
                        new ReferenceFiles(
                                Stream.of(directories).map(Path::toString).toList()),
                        CountriesMother.countries(directories),
                        CountriesMother.agencies(directories))
                .read();
    }
}
