package org.tandem.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.PlainText;
import org.tandem.platform.Refused;
import org.tandem.platform.TextRules;
import org.tandem.tasks.starts.Start;

/** A nomination as it was typed, sent or read from a row: checked as text, all fields at once, before any rule is asked. */
record NominationInput(
        @Nullable String framework,
        @Nullable String country,
        @Nullable List<String> areas,
        @Nullable String entryPoint,
        @Nullable String existingCapacity,
        @Nullable String replicable,
        @Nullable String reasons,
        Map<String, String> gains,
        @Nullable List<String> collaborations,
        @Nullable String noCollaboration,
        @Nullable String absenceExplanation) {

    /** Before the code of an area: its expected efficiency gain. */
    static final String GAIN = "gain.";

    /** Longest text of a field, in characters. */
    static final int MOST = 4_000;

    /** Codes in one field; no framework has so many. */
    static final int MOST_CODES = 100;

    /** The fields from top to bottom. */
    private static final List<String> FORM = List.of("""
            framework country areas gain gains entryPoint existingCapacity replicable reasons
            collaborations noCollaboration absenceExplanation
            """.split("\\s+"));

    /** All that is wrong with a nomination. */
    static final class Invalid extends Refused {
        private static final long serialVersionUID = 1L;
        private final transient List<Refused> problems;

        Invalid(List<Refused> problems) {
            super(
                    problems.get(0).kind(),
                    problems.get(0).field(),
                    problems.get(0).words().key(),
                    problems.get(0).words().args().toArray());
            this.problems = problems;
        }

        List<Refused> problems() {
            return problems;
        }

        @Override
        public List<Detail> details() {
            return problems.stream()
                    .map(problem -> new Detail(String.valueOf(problem.field()), problem.words()))
                    .toList();
        }
    }

    /** What the texts amount to, and what is wrong with them; the proposal is whole only when nothing is. */
    record Checked(CheckedNomination proposal, List<Refused> problems) {

        /** The problems of the texts, and those of the rules about fields whose text is right. */
        List<Refused> with(List<Refused> ofRules) {
            List<Refused> all = new ArrayList<>(problems);
            Set<String> fields = new HashSet<>();
            problems.forEach(problem -> fields.add(String.valueOf(problem.field())));
            ofRules.stream()
                    .filter(problem -> problem.field() == null || !fields.contains(problem.field()))
                    .forEach(all::add);
            all.sort(Comparator.comparingInt(NominationInput::place));
            return all;
        }
    }

    /** As it was filled in or sent; the gain of an area stands under its code. */
    static NominationInput of(Start start) {
        Map<String, String> gains = new HashMap<>();
        start.input().asMap().forEach((name, sent) -> {
            if (name.startsWith(GAIN) && !sent.isEmpty()) {
                gains.put(name.substring(GAIN.length()), sent.get(0));
            }
        });
        return new NominationInput(
                start.typed("framework").orElse(null),
                start.typed("country").orElse(null),
                start.all("areas"),
                start.typed("entryPoint").orElse(null),
                start.typed("existingCapacity").orElse(null),
                start.typed("replicable").orElse(null),
                start.typed("reasons").orElse(null),
                gains,
                start.all("collaborations"),
                start.typed("noCollaboration").orElse(null),
                start.typed("absenceExplanation").orElse(null));
    }

    /** @throws Invalid with every field that does not fit */
    CheckedNomination checked(@Nullable String importKey) {
        Checked checked = check(importKey);
        if (!checked.problems().isEmpty()) {
            throw new Invalid(checked.problems());
        }
        return checked.proposal();
    }

    Checked check(@Nullable String importKey) {
        List<Refused> problems = new ArrayList<>();
        CheckedNomination proposal = new CheckedNomination(
                code("framework", framework, problems),
                countryCode(code("country", country, problems)),
                codes("areas", areas, true, problems),
                required("entryPoint", entryPoint, problems),
                optional("existingCapacity", existingCapacity, problems),
                optional("replicable", replicable, problems),
                required("reasons", reasons, problems),
                gainCodes(problems),
                codes("collaborations", collaborations, false, problems),
                optional("noCollaboration", noCollaboration, problems),
                optional("absenceExplanation", absenceExplanation, problems),
                importKey);
        return new Checked(proposal, problems);
    }

    /** Where on the form the field stands that a problem is about. */
    static int place(Refused problem) {
        String field = problem.field() == null ? "" : problem.field().split("\\.")[0];
        return FORM.indexOf(field);
    }

    /** Codes in capitals; what cannot be a code stays as it was written. */
    private static String countryCode(String text) {
        return text.length() == 3 ? text.toUpperCase(Locale.ROOT) : text;
    }

    private Map<String, String> gainCodes(List<Refused> problems) {
        Map<String, String> codes = new HashMap<>();
        if (gains.size() > MOST_CODES) {
            problems.add(tooMany("gains", gains.size()));
            return codes;
        }
        gains.forEach((area, gain) -> {
            if (!TextRules.isEmpty(gain)) {
                codes.put(area, code("gain." + area, gain, problems));
            }
        });
        return codes;
    }

    private static String code(String field, @Nullable String value, List<Refused> problems) {
        if (TextRules.isEmpty(value)) {
            problems.add(Refused.invalid(field, "selection.refused.missing." + field.split("\\.")[0]));
            return "";
        }
        String text = text(field, value, problems);
        return text == null ? "" : text;
    }

    private static List<String> codes(
            String field, @Nullable List<String> values, boolean needed, List<Refused> problems) {
        List<String> codes = new ArrayList<>();
        if (values != null && values.size() > MOST_CODES) {
            problems.add(tooMany(field, values.size()));
            return codes;
        }
        for (String value : values == null ? List.<String>of() : values) {
            if (!TextRules.isEmpty(value)) {
                codes.add(code(field, value, problems));
            }
        }
        if (needed && codes.isEmpty()) {
            problems.add(SelectionRefused.noArea());
        }
        return codes;
    }

    static Refused tooMany(String field, int codes) {
        return Refused.invalid(field, "selection.refused.tooManyCodes", codes, MOST_CODES);
    }

    private static String required(String field, @Nullable String value, List<Refused> problems) {
        if (TextRules.isEmpty(value)) {
            problems.add(Refused.invalid(field, "selection.refused.missing." + field));
            return "";
        }
        String text = text(field, value, problems);
        return text == null ? "" : text;
    }

    private static @Nullable String optional(String field, @Nullable String value, List<Refused> problems) {
        return TextRules.isEmpty(value) ? null : text(field, value, problems);
    }

    private static @Nullable String text(String field, String value, List<Refused> problems) {
        try {
            return PlainText.of(field, value, MOST);
        } catch (Refused refused) {
            if (refused.kind() == Refused.Kind.TOO_LARGE) {
                throw refused;
            }
            problems.add(refused);
            return null;
        }
    }
}
