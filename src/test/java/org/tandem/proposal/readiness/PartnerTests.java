package org.tandem.proposal.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tandem.proposal.readiness.Partner.Result;

class PartnerTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

    private static @Nullable String obstacle(Result result, @Nullable String validUntil) {
        return new Partner(
                        "Maker of Things",
                        result,
                        validUntil == null ? null : LocalDate.parse(validUntil),
                        "ILO",
                        null,
                        null)
                .obstacle(TODAY);
    }

    @Test
    void blocksUntilTheDueDiligenceIsSettled() {
        assertThat(obstacle(Result.PENDING, null)).isEqualTo("PENDING");
        assertThat(obstacle(Result.REFUSED, null)).isEqualTo("REFUSED");
        assertThat(obstacle(Result.NOT_NEEDED, null)).isNull();
    }

    @Test
    void holdsUntilItsLastDay() {
        assertThat(obstacle(Result.CLEARED, "2026-11-30")).isNull();
        assertThat(obstacle(Result.CLEARED, "2026-11-29")).isEqualTo("EXPIRED");
        assertThat(obstacle(Result.CLEARED, null)).isEqualTo("EXPIRED");
    }
}
