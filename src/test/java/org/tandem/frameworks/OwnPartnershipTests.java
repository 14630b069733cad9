package org.tandem.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tandem.countries.CountriesMother;

/** Does the example in docs/partnership.md load, and does the text name what is there? */
class OwnPartnershipTests {

    private static final Path EXAMPLE = Path.of("docs/example-partnership");

    @Test
    void theExampleLoads() {
        Framework framework = FrameworksMother.framework("EXI", EXAMPLE);

        assertThat(framework.parties()).containsExactly("EXAMPLE", "ILO");
        assertThat(framework.nominatesCountries()).isTrue();
        assertThat(framework.area("A1")).isPresent();
        assertThat(CountriesMother.countries(EXAMPLE).regionOf("EXAMPLE", "KEN"))
                .hasValueSatisfying(region -> assertThat(region.code()).isEqualTo("EAST"));
    }

    @Test
    void theTextNamesItsFolders() throws IOException {
        String text = Files.readString(Path.of("docs/partnership.md"));

        assertThat(text).contains("docs/example-partnership", "tandem.reference.directories");
        assertThat(EXAMPLE.resolve("agencies")).isDirectory();
        assertThat(EXAMPLE.resolve("frameworks")).isDirectory();
        assertThat(text).contains("`agencies/*.yaml`", "`frameworks/*.yaml`");
    }
}
