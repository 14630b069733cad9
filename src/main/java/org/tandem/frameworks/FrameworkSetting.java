package org.tandem.frameworks;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Objects;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Refused;

/** What the parties have settled for their framework: how many countries a wave may have (R-004, O-01). */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class FrameworkSetting {

    /** There are not more countries than this. */
    static final int HIGHEST_CEILING = 250;

    @Id
    private String framework = "";

    private @Nullable Integer ceiling;

    @Version
    private int version;

    FrameworkSetting(String framework) {
        this.framework = framework;
    }

    /** @param newCeiling none for "no ceiling" */
    void limitTo(@Nullable Integer newCeiling, int seenVersion) {
        if (seenVersion != version) {
            throw Refused.conflict("frameworks.refused.ceilingMoved");
        }
        if (newCeiling != null && (newCeiling < 1 || newCeiling > HIGHEST_CEILING)) {
            throw Refused.invalid("ceiling", "frameworks.refused.ceilingOutOfRange", 1, HIGHEST_CEILING);
        }
        if (Objects.equals(newCeiling, ceiling)) {
            throw Refused.invalid("ceiling", "frameworks.refused.nothingChanged");
        }
        ceiling = newCeiling;
    }

    @Nullable
    Integer ceiling() {
        return ceiling;
    }
}
