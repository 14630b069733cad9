package org.tandem.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.platform.Refused;

/** What may be typed into a nomination, and is everything wrong said at once? */
class NominationInputTests {

    @Test
    void namesEveryFieldThatIsMissing() {
        assertThatThrownBy(() -> new NominationInput(
                                null, " ", List.of(), null, null, null, "", Map.of(), null, null, null)
                        .checked(null))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID);
                    assertThat(refused.field()).isEqualTo("framework");
                    assertThat(refused.details())
                            .extracting(Refused.Detail::field)
                            .containsExactly("framework", "country", "areas", "entryPoint", "reasons");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0007", "\u001b[31m", "\u202Eright to left", "a\u2066b", "half \uD83D"})
    void refusesWhatCannotBeSeenOrKept(String text) {
        assertThatThrownBy(() -> input("SOM", "Reasons " + text).checked(null))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("reasons"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Farm 🌱 and 👩‍👩‍👧‍👦",
                "نص عربي \u200Fمع علامة",
                "Côte d’Ivoire",
                "line one\nline two\tand a tab",
                "<script>alert(1)</script>"
            })
    void takesEveryWritingAsItIs(String text) {
        assertThat(input("SOM", text).checked(null).reasons()).isEqualTo(text);
    }

    @Test
    void takesFourThousandCharactersAndNotOneMore() {
        assertThat(input("SOM", "x".repeat(4_000)).checked(null).reasons()).hasSize(4_000);
        assertThatThrownBy(() -> input("SOM", "x".repeat(4_001)).checked(null))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID));
    }

    @Test
    void refusesTwoMegabytesAsTooLarge() {
        assertThatThrownBy(() -> input("SOM", "x".repeat(2 * 1024 * 1024)).checked(null))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.TOO_LARGE));
    }

    @Test
    void readsCountryCodesInSmallLetters() {
        assertThat(input(" som ", "Floods").checked(null).country()).isEqualTo("SOM");
    }

    @Test
    void leavesOutEmptyAreasGainsAndCollaborations() {
        CheckedNomination proposal = new NominationInput(
                        "FFA",
                        "SOM",
                        Arrays.asList("A1", null, " "),
                        "Project",
                        null,
                        null,
                        "Floods",
                        Collections.singletonMap("A1", " "),
                        Arrays.asList(null, ""),
                        "None",
                        null)
                .checked("row 1");

        assertThat(proposal.areas()).containsExactly("A1");
        assertThat(proposal.gains()).isEmpty();
        assertThat(proposal.collaborations()).isEmpty();
        assertThat(proposal.importKey()).isEqualTo("row 1");
    }

    /** A pasted blank or byte order mark is no reason, and no part of a code. */
    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\u200B", "\uFEFF", "\u2060\u200D"})
    void takesWhatCannotBeSeenForNothing(String unseen) {
        assertThatThrownBy(() -> input("SOM", unseen).checked(null)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.field()).isEqualTo("reasons");
            assertThat(refused.words().key()).isEqualTo("selection.refused.missing.reasons");
        });
        CheckedNomination proposal = new NominationInput(
                        "FFA" + unseen,
                        unseen + "SOM",
                        List.of("A1" + unseen, unseen),
                        "Project",
                        unseen,
                        unseen,
                        "Floods",
                        Map.of("A1", unseen),
                        List.of(unseen),
                        unseen,
                        unseen)
                .checked(null);
        assertThat(proposal.framework() + proposal.country() + proposal.areas()).isEqualTo("FFASOM[A1]");
        assertThat(proposal.existingCapacity()).isNull();
        assertThat(proposal.gains()).isEmpty();
        assertThat(proposal.collaborations()).isEmpty();
    }

    private static NominationInput input(String country, @Nullable String reasons) {
        return new NominationInput(
                "FFA", country, List.of("A7"), "A project", null, null, reasons, Map.of(), null, "None", null);
    }
}
