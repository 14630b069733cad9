package org.tandem.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
        return sections.stream()
                .sorted(Comparator.comparingInt(CaseSection::order))
                .flatMap(section -> Stream.ofNullable(section.of(view, reader))
                        .map(model -> new Shown(section.name(), view, model, section.order() >= BESIDE)))
                .toList();
    }

    /** What has to be read to decide about a case: its own, then what the case it came up on has beyond that. */
    public List<Shown> toRead(CaseView view, SignedIn reader) {
        List<Shown> shown = new ArrayList<>(own(view, reader));
        above(view, reader).stream()
                .filter(more -> shown.stream().noneMatch(one -> one.name().equals(more.name())))
                .forEach(shown::add);
        return shown;
    }

    private List<Shown> own(CaseView view, SignedIn reader) {
        return of(view, reader).stream().filter(one -> !one.beside()).toList();
    }

    private List<Shown> above(CaseView view, SignedIn reader) {
        return Optional.ofNullable(view.parent())
                .flatMap(parent -> cases.find(new CaseId(parent)))
                .filter(parent -> readers.mayRead(reader, parent))
                .map(parent -> own(parent, reader))
                .orElse(List.of());
    }
}
