package org.tandem.tasks.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.tandem.tasks.forms.Forms.check;
import static org.tandem.tasks.forms.Forms.decision;
import static org.tandem.tasks.forms.Forms.field;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.platform.Refused;

/** What is sent by accident, or on purpose, that no form asked for. */
class FormBadInputTests {

    private final FormDefinition form =
            Forms.of(decision(), field("textarea", "reason", ",'conditional':{'hide':'=decision != \\'DECLINE\\''}"));
    private final FormDefinition text = Forms.of(field("textarea", "reason", ""), field("textfield", "title", ""));

    @Test
    void refusesTwoMegabytesAsTooLarge() {
        assertThatThrownBy(() -> check(text, "reason", "x".repeat(2 * 1024 * 1024)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(Refused.Kind.TOO_LARGE);
                    assertThat(refused.words().key()).isEqualTo("tasks.form.tooLarge");
                });
    }

    @Test
    void countsBytesNotCharactersAndNamesToo() {
        assertThatThrownBy(() -> check(text, "reason", "é".repeat(FormInput.MOST_BYTES / 2 + 1)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> check(text, "x".repeat(FormInput.MOST_BYTES + 1), ""))
                .isInstanceOf(Refused.class);
        Map<String, List<String>> many = new HashMap<>();
        many.put("reason", Arrays.asList(new String[FormInput.MOST_BYTES + 1]));
        many.get("reason").replaceAll(unused -> "");
        assertThatThrownBy(() -> text.check(FormInput.of(many), Forms.CONTEXT)).isInstanceOf(Refused.class);
    }

    /** One letter that is kept as two. */
    @Test
    void countsTheBytesOfWhatWouldBeKept() {
        String letters = "\u0958".repeat(FormInput.MOST_BYTES / 3 - 10);

        assertThatThrownBy(() -> check(text, "reason", letters)).isInstanceOf(Refused.class);
    }

    /** Two hundred thousand lines, and as much without any: no answer is too long to be looked at. */
    @Test
    void tellsTextsFromCodesHoweverLongTheyAre() {
        String numbers = "\n1".repeat(200_000);

        assertThat(FormInput.of(Map.of("rows", List.of(numbers), "text", List.of(numbers + "\nand words")))
                        .texts())
                .containsOnlyKeys("text");
        assertThat(FormInput.of(Map.of("text", List.of("a".repeat(400_000) + ".")))
                        .texts())
                .containsOnlyKeys("text");
        assertThat(text.withRows(FormInput.empty(), "add:a" + ".a".repeat(200_000) + "!")
                        .asMap())
                .isEmpty();
        assertThat(check(text, "title", "1" + ",111".repeat(40_000)).isClean()).isFalse();
    }

    @Test
    void capsTextsWhoseFileNamesNoLimit() {
        assertThat(check(text, "reason", "x".repeat(20_000), "title", "x".repeat(1_000))
                        .isClean())
                .isTrue();
        assertThat(check(text, "reason", "x".repeat(20_001), "title", "x".repeat(1_001))
                        .errors())
                .extracting(error -> error.words().key())
                .containsOnly("tasks.form.error.tooLong")
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\u0007b",
                "a\u001Bb",
                "a\u007Fb",
                "a\u0085b",
                "a\uD800b",
                "a\uFFFFb",
                "a\uFDD0b",
                "a\u2028b"
            })
    void refusesControlCharactersByFieldAndCode(String sent) {
        CheckedForm checked = check(text, "reason", sent);

        assertThat(checked.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("reason");
            assertThat(error.words().key()).isEqualTo("tasks.form.error.control");
            assertThat(error.words().args().get(1).toString()).startsWith("U+");
        });
        assertThat(checked.values().has("reason")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069})
    void refusesMarksThatTurnTheDirection(int mark) {
        assertThat(check(text, "reason", "paid " + Character.toString(mark) + "dollars")
                        .errors())
                .extracting(
                        error -> error.words().key(),
                        error -> error.words().args().get(1))
                .containsExactly(tuple("tasks.form.error.direction", String.format("U+%04X", mark)));
    }

    @Test
    void keepsTextsOfEveryScriptAndEmoji() {
        String all = "Việt Nam, الأردن‏, 中文, Ελλάδα 👩‍👩‍👧‍👦\n\ttab";

        assertThat(check(text, "reason", all).orRefuse().text("reason")).contains(all);
    }

    @Test
    void bringsTextsIntoOneForm() {
        assertThat(check(text, "reason", "\uFEFF  Cafe\u0301\r\nau lait\r \u200B")
                        .orRefuse()
                        .text("reason"))
                .contains("Café\nau lait");
    }

    @Test
    void refusesALineBreakInOneLine() {
        assertThat(check(text, "title", "a\nb").errors())
                .extracting(error -> error.words().key())
                .containsExactly("tasks.form.error.oneLine");
    }

    @Test
    void refusesForgedFieldsByName() {
        CheckedForm checked = check(form, "decision", "APPROVE", "approvedBy", "me", "_csrf", "token");

        assertThat(checked.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("approvedBy");
            assertThat(error.words())
                    .isEqualTo(org.tandem.platform.Message.of("tasks.form.error.unknown", "approvedBy"));
        });
    }

    @Test
    void namesForgedFieldsWithoutTheirTricksAndNotForEver() {
        Map<String, List<String>> forged = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            forged.put("\u202E\nforged" + "x".repeat(70) + i, List.of(""));
        }

        assertThat(form.check(FormInput.of(forged), Forms.CONTEXT).errors())
                .hasSize(20)
                .allSatisfy(
                        error -> assertThat(error.field()).startsWith("forged").hasSizeLessThan(61));
    }

    @Test
    void dropsValuesOfHiddenFieldsWhateverTheyHold() {
        CheckedForm checked = check(form, "decision", "APPROVE", "reason", "left over\u0007");

        assertThat(checked.orRefuse().asMap()).containsOnlyKeys("decision");
    }

    @Test
    void dropsValuesOfFieldsThatAreNotYoursToFillIn() {
        FormDefinition locked = Forms.of(
                field("textfield", "a", ",'readonly':true"),
                field("textfield", "b", ",'disabled':true,'validate':{'required':true}"),
                field("textfield", "c", ",'conditional':{'hide':'=a = null'}"));

        assertThat(check(locked, "a", "forged", "b", "forged", "c", "forged")
                        .orRefuse()
                        .asMap())
                .isEmpty();
    }

    @Test
    void readsJsonOfAnyShapeWithoutStumbling() {
        Map<String, Object> json = new HashMap<>();
        json.put("decision", List.of(Map.of("a", 1)));
        json.put("reason", null);
        json.put("deep", Map.of("er", Map.of("still", 1e300)));

        assertThat(form.check(FormInput.ofValues(json), Forms.CONTEXT).errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("decision", "decision.0.a", "deep.er.still");
    }

    @Test
    void doesNotWriteOutAMonstrousNumber() {
        FormDefinition number = Forms.of(field("number", "x", ""));

        assertThat(number.check(
                                FormInput.ofValues(Map.of("x", new java.math.BigDecimal("1E+999999999"))),
                                Forms.CONTEXT)
                        .errors())
                .hasSize(1);
        assertThat(number.check(FormInput.ofValues(Map.of("x", 12.5)), Forms.CONTEXT)
                        .orRefuse()
                        .number("x"))
                .contains(new java.math.BigDecimal("12.5"));
    }
}
