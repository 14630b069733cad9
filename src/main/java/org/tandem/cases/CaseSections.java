package org.tandem.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.platform.SignedIn;

/** What the modules show of a case, in their order: to be read on the left, or beside it. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class CaseSections {

    private static final int BESIDE = 50;

    private final List<CaseSection> sections;
    private final Cases cases;
    private final CaseReaders readers;

    /** @param view the case it is about, of which the section of the same name draws it */
    public record Shown(String name, CaseView view, Object model, boolean beside) {}

    List<Shown> of(CaseView view, SignedIn reader) {
        return of(view, reader, section -> true);
    }

    /** Only sections that are shown are asked: each reads tables of its own. */
    private List<Shown> of(CaseView view, SignedIn reader, Predicate<CaseSection> wanted) {
        return sections.stream()
                .filter(wanted)
                .sorted(Comparator.comparingInt(CaseSection::order))
                .flatMap(section -> Stream.ofNullable(section.of(view, reader))
                        .map(model -> new Shown(section.name(), view, model, isBeside(section))))
                .toList();
    }

    /** What has to be read to decide about a case: its own, then what the case it came up on has beyond that. */
    public List<Shown> toRead(CaseView view, SignedIn reader) {
        List<Shown> shown = new ArrayList<>(of(view, reader, section -> !isBeside(section)));
        Set<String> own = shown.stream().map(Shown::name).collect(Collectors.toSet());
        shown.addAll(above(view, reader, section -> !isBeside(section) && !own.contains(section.name())));
        return shown;
    }

    private static boolean isBeside(CaseSection section) {
        return section.order() >= BESIDE;
    }

    private List<Shown> above(CaseView view, SignedIn reader, Predicate<CaseSection> wanted) {
        return Optional.ofNullable(view.parent())
                .flatMap(parent -> cases.find(new CaseId(parent)))
                .filter(parent -> readers.mayRead(reader, parent))
                .map(parent -> of(parent, reader, wanted))
                .orElse(List.of());
    }
}
