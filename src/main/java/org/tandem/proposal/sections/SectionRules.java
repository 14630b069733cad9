package org.tandem.proposal.sections;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.platform.Message;
import org.tandem.tasks.forms.FieldError;
import org.tandem.tasks.forms.Option;

/**
 * What is missing in a section or does not fit: first what its form says of single answers, then what answers say together.
 * The rules are named in the data of the forms, which says of each whether it blocks.
 */
final class SectionRules {

    /** By kind of section, or by kind and field; a kind that is not here keeps to the rule of filled sections. */
    private static final Map<String, String> OF_ANSWERS = Map.ofEntries(
            Map.entry("results-framework", "R26"),
            Map.entry("risks", "R32"),
            Map.entry("sdg-targets", "R23"),
            Map.entry("target-groups", "T04"),
            Map.entry("safeguards", "T03"),
            Map.entry("references", "R30"),
            Map.entry("markers.gender", "R13"),
            Map.entry("markers.humanRights", "R20"),
            Map.entry("markers.child", "R21"),
            Map.entry("markers.pbfFocus", "R50"),
            Map.entry("safeguards.principles", "T01"));

    private static final String FILLED = "R03";
    private static final String LENGTH = "R04";
    private static final String LINKS = "T05";

    /** Every rule that is judged here, whether a section breaks it or not. */
    static final Set<String> JUDGED = Stream.concat(
                    OF_ANSWERS.values().stream(),
                    Stream.of(FILLED, LENGTH, LINKS, "R14", "R22", "R24", "R25", "R27", "R29", "R33", "T02"))
            .collect(Collectors.toUnmodifiableSet());

    /** Questions of the safeguards, each with its explanation. */
    private static final List<String> SAFEGUARDS = List.of("standards", "abuse", "conflict", "inclusion");

    private static final int MOST_TARGETS = 10;
    private static final int LEAST_RISKS = 3;

    /**
     * What a proposal is asked for beyond its form.
     *
     * @param principles codes of those the area names
     * @param organisations those that take part
     */
    record Asked(Set<String> principles, List<Option> organisations) {}

    /** @param field id of the field on the page of the section */
    record Gap(String rule, Message words, String field) {}

    private final String kind;
    private final Map<String, Object> content;
    private final List<Gap> gaps = new ArrayList<>();

    private SectionRules(String kind, Map<String, Object> content) {
        this.kind = kind;
        this.content = content;
    }

    /** @param errors what the form says against the answers */
    static List<Gap> gaps(
            String kind, boolean required, Map<String, Object> content, List<FieldError> errors, Asked asked) {
        if (content.isEmpty()) {
            return required ? List.of(new Gap(FILLED, Message.of("proposal.sections.gap.empty"), "")) : List.of();
        }
        SectionRules rules = new SectionRules(kind, content);
        errors.forEach(rules::answer);
        switch (kind) {
            case "results-framework" -> rules.results(asked.organisations());
            case "risks" -> rules.risks();
            case "markers" -> rules.gender();
            case "sdg-targets" -> rules.shares();
            case "safeguards" -> rules.safeguards(asked.principles());
            case "references" -> rules.references();
            default -> {}
        }
        return List.copyOf(rules.gaps);
    }

    private void answer(FieldError error) {
        String key = error.words().key().replaceFirst(".*\\.", "");
        String field = error.field().replaceFirst("\\..*", "");
        String rule =
                switch (key) {
                    case "tooLong", "tooManyWords" -> LENGTH;
                    case "choice" -> LINKS;
                    default -> OF_ANSWERS.getOrDefault(kind + "." + field, OF_ANSWERS.getOrDefault(kind, FILLED));
                };
        gaps.add(new Gap(rule, error.words(), error.field().replace('.', '-')));
    }

    private void rows(String list) {
        if (Rows.of(content, list).isEmpty()) {
            add(OF_ANSWERS.getOrDefault(kind, FILLED), "noRows." + list, list);
        }
    }

    private void risks() {
        rows("risks");
        int risks = Rows.of(content, "risks").size();
        if (risks > 0 && risks < LEAST_RISKS) {
            add("R33", "fewRisks", "risks", LEAST_RISKS);
        }
    }

    private void gender() {
        Optional<String> marker = Rows.text(content, "gender");
        if (marker.isEmpty()) {
            add("R22", "gender", "gender");
        } else if (marker.get().matches("GEM[01]")) {
            add("R14", "lowGender", "gender");
        }
    }

    private void results(List<Option> organisations) {
        Stream.of("outcomes", "outputs", "indicators").forEach(this::rows);
        Set<String> measured = Rows.of(content, "indicators").stream()
                .flatMap(row -> Rows.text(row, "result").stream())
                .collect(Collectors.toSet());
        Set<String> numbers = new HashSet<>();
        Set<String> inCharge = Rows.of(content, "outputs").stream()
                .flatMap(row -> Rows.text(row, "responsible").stream())
                .collect(Collectors.toSet());
        organisations.stream()
                .filter(organisation -> !inCharge.isEmpty() && !inCharge.contains(organisation.value()))
                .forEach(organisation -> add("R29", "noOutput", "outputs", organisation.label()));
        each("outcomes", (row, at) -> numbered(row, at, measured, numbers));
        each("outputs", (row, at) -> numbered(row, at, measured, numbers));
    }

    private void numbered(Map<String, Object> row, String at, Set<String> measured, Set<String> numbers) {
        Rows.text(row, "number").ifPresent(number -> {
            if (!numbers.add(number)) {
                add(LINKS, "twice", at + "-number", number);
            } else if (!measured.contains(number)) {
                add("R26", "noIndicator", at + "-number", number);
            }
        });
    }

    private void shares() {
        rows("targets");
        int targets = Rows.of(content, "targets").size();
        if (targets > MOST_TARGETS) {
            add("R24", "manyTargets", "targets", targets, MOST_TARGETS);
        }
        int sum = Rows.of(content, "targets").stream()
                .flatMap(row -> Rows.text(row, "share").stream())
                .filter(share -> share.matches("[0-9]{1,3}"))
                .mapToInt(Integer::parseInt)
                .sum();
        if (sum != 100) {
            add("R25", "shares", "targets", sum);
        }
    }

    private void safeguards(Set<String> principles) {
        Set<String> followed = new HashSet<>(Rows.chosen(content, "principles"));
        if (!followed.isEmpty() && !followed.containsAll(principles)) {
            add("T01", "principles", "principles", principles.size() - followed.size());
        }
        for (String question : SAFEGUARDS) {
            boolean open = Rows.text(content, question)
                    .filter(answer -> answer.equals("NO") || answer.equals("PARTLY"))
                    .isPresent();
            if (open && Rows.text(content, question + "How").isEmpty()) {
                add("T03", "why", question + "How", Message.of("form.safeguards." + question + ".label"));
            }
        }
    }

    private void references() {
        if (content.containsKey("response") && !content.containsKey("framework")) {
            add("T02", "responseAlone", "framework");
        }
    }

    private void each(String list, BiConsumer<Map<String, Object>, String> row) {
        List<Map<String, Object>> rows = Rows.of(content, list);
        for (int at = 0; at < rows.size(); at++) {
            row.accept(rows.get(at), list + "-" + at);
        }
    }

    private void add(String rule, String words, String field, Object... args) {
        gaps.add(new Gap(rule, Message.of("proposal.sections.gap." + words, args), field));
    }
}
