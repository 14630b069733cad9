package org.tandem.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.web.NavigationEntry;

/**
 * A kind of case, declared once by its stage as a bean: what is data about it in the whole house. {@code
 * cases.kind.<kind>} says what one is called, with {@code .all} behind it all of them, {@code cases.state.<state>} what its
 * states are called.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class CaseType {

    @Getter
    private final String kind;

    private final Map<String, CaseTone> tones = new LinkedHashMap<>();
    private final Set<String> ends = new LinkedHashSet<>();
    private final List<CaseReader> readers = new ArrayList<>();
    private final List<CaseStep> steps = new ArrayList<>();
    private @Nullable Character letter;

    @Getter
    private Set<String> parents = Set.of();

    @Getter
    private String address = "";

    private @Nullable NavigationEntry navigation;
    private Function<CaseView, Stream<@Nullable String>> words = view -> Stream.empty();
    private Function<CaseView, List<StepFact>> facts = view -> List.of();

    /** @param kind word of the stage it belongs to, also its first process */
    public static CaseType of(String kind) {
        return new CaseType(kind);
    }

    /** It comes up on cases of these kinds; its ids are theirs with this letter and a number behind them. */
    public CaseType below(char idLetter, String... kinds) {
        letter = idLetter;
        parents = Set.copyOf(List.of(kinds));
        return this;
    }

    /** It stands for itself; its ids are those of its subject with this letter and a number behind them. */
    public CaseType letter(char idLetter) {
        return below(idLetter);
    }

    /** States in which somebody or something still has to move it on. */
    public CaseType states(CaseTone tone, Enum<?>... states) {
        for (Enum<?> state : states) {
            tones.put(state.name(), tone);
        }
        return this;
    }

    /** States in which it may rest. */
    public CaseType ends(CaseTone tone, Enum<?>... states) {
        states(tone, states);
        for (Enum<?> state : states) {
            ends.add(state.name());
        }
        return this;
    }

    /** Where its register is, and the line of the navigation that leads there. */
    public CaseType register(String path, int order, String messageKey) {
        address = path;
        navigation = new NavigationEntry(order, messageKey, path);
        return this;
    }

    /**
     * Further words by which a case is found, beside its subject and state. Only what everybody who may read the case may
     * read at any time: no positions, votes, reasons, drafts, comments.
     */
    public CaseType words(Function<CaseView, Stream<@Nullable String>> found) {
        words = found;
        return this;
    }

    /** Who may read it beside the framework's parties, observers and administrators. */
    public CaseType reader(CaseReader reader) {
        readers.add(reader);
        return this;
    }

    /** Steps of its stage line, in their order. */
    public CaseType steps(CaseStep... line) {
        steps.addAll(List.of(line));
        return this;
    }

    /** What only the stage knows of the steps of a case, such as who did one and when. */
    public CaseType facts(Function<CaseView, List<StepFact>> known) {
        facts = known;
        return this;
    }

    public Optional<Character> letter() {
        return Optional.ofNullable(letter);
    }

    public Set<String> ends() {
        return ends;
    }

    /** By code of the state. */
    Map<String, CaseTone> tones() {
        return tones;
    }

    Optional<NavigationEntry> navigation() {
        return Optional.ofNullable(navigation);
    }

    Stream<@Nullable String> words(CaseView view) {
        return words.apply(view);
    }

    List<CaseReader> readers() {
        return readers;
    }

    public List<CaseStep> steps() {
        return steps;
    }

    public List<StepFact> facts(CaseView view) {
        return facts.apply(view);
    }
}
