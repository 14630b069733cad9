package org.tandem.vetting;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Countries beside each other: what differs, the most important first, and what is the same for all.
 *
 * @param waiting how many wait altogether; more than are shown when there are very many
 * @param gone cases that were asked for and do not wait for this person, or not any more
 * @param differing facts worth comparing
 * @param same facts that are equal for all; none with a single country
 */
record Comparison(List<Candidate> candidates, long waiting, List<String> gone, List<Fact> differing, List<Fact> same) {

    /** What may differ, in the order in which it matters to a decision. */
    enum Fact {
        PRIORITY(false, (candidate, zone) -> candidate.priority()),
        ABSENCE(false, (candidate, zone) -> candidate.file().absent()),
        COLLABORATIONS(false, (candidate, zone) -> candidate.file().collaborations()),
        ROUND(false, (candidate, zone) -> candidate.round()),
        GAIN(false, (candidate, zone) -> String.valueOf(candidate.file().expectedGain())),
        NOMINATED_BY(false, (candidate, zone) -> candidate.file().nominatedBy()),
        AREA(false, (candidate, zone) -> candidate.framework() + candidate.area()),
        OTHER_AREAS(false, (candidate, zone) -> candidate.file().otherAreas().stream()
                .map(other -> other.area() + other.state())
                .toList()),
        WAITING(false, (candidate, zone) -> candidate.since().atZone(zone).toLocalDate()),
        DUE(
                false,
                (candidate, zone) -> candidate.due() == null
                        ? ""
                        : candidate.due().atZone(zone).toLocalDate()),
        ENTRY_POINT(true, (candidate, zone) -> candidate.file().entryPoint()),
        REASONS(true, (candidate, zone) -> candidate.file().reasons()),
        NO_COLLABORATION(
                true, (candidate, zone) -> String.valueOf(candidate.file().noCollaboration())),
        ABSENCE_EXPLANATION(
                true, (candidate, zone) -> String.valueOf(candidate.file().absenceExplanation())),
        QUESTION(true, (candidate, zone) -> String.valueOf(candidate.question())),
        AMENDMENTS(true, (candidate, zone) -> String.valueOf(candidate.file().amendments()));

        private final boolean text;
        private final BiFunction<Candidate, ZoneId, Object> value;

        Fact(boolean text, BiFunction<Candidate, ZoneId, Object> value) {
            this.text = text;
            this.value = value;
        }

        /** Sentences stand below a country, everything else in a column. */
        public boolean isText() {
            return text;
        }

        /** As it was typed; only of a text. */
        @Nullable
        public String of(Candidate candidate) {
            return switch (this) {
                case ENTRY_POINT -> candidate.file().entryPoint();
                case REASONS -> candidate.file().reasons();
                case NO_COLLABORATION -> candidate.file().noCollaboration();
                case ABSENCE_EXPLANATION -> candidate.file().absenceExplanation();
                case QUESTION -> candidate.question();
                case AMENDMENTS -> candidate.file().amendments();
                default -> null;
            };
        }

        private boolean differs(List<Candidate> candidates, ZoneId zone) {
            return candidates.size() == 1
                    || candidates.stream()
                                    .map(candidate -> value.apply(candidate, zone))
                                    .distinct()
                                    .count()
                            > 1;
        }

        private boolean isKnown(List<Candidate> candidates) {
            return !text || candidates.stream().map(this::of).anyMatch(Objects::nonNull);
        }
    }

    static Comparison of(List<Candidate> candidates, long waiting, List<String> gone, ZoneId zone) {
        List<Fact> known = Arrays.stream(Fact.values())
                .filter(fact -> fact.isKnown(candidates))
                .toList();
        return new Comparison(
                candidates,
                waiting,
                gone,
                known.stream().filter(fact -> fact.differs(candidates, zone)).toList(),
                known.stream().filter(fact -> !fact.differs(candidates, zone)).toList());
    }

    public List<Fact> columns() {
        return differing.stream().filter(fact -> !fact.isText()).toList();
    }

    public List<Fact> texts() {
        return differing.stream().filter(Fact::isText).toList();
    }

    public long decidable() {
        return candidates.stream().filter(Candidate::decidable).count();
    }
}
