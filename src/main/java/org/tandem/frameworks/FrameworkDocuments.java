package org.tandem.frameworks;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.platform.reference.ReferenceLoads;
import org.tandem.search.SearchDocument;
import org.tandem.search.SearchKind;
import org.tandem.search.SearchSource;

/** Frameworks and their areas, with the words of their actions, indicators and gains. */
@Component
@RequiredArgsConstructor
class FrameworkDocuments implements SearchSource {

    private static final String FRAMEWORK = "framework";
    private static final String AREA = "area";

    private final Frameworks frameworks;
    private final ReferenceLoads loads;

    @Override
    public List<SearchKind> kinds() {
        return List.of(
                new SearchKind(FRAMEWORK, 20, "frameworks.found." + FRAMEWORK),
                new SearchKind(AREA, 30, "frameworks.found." + AREA));
    }

    @Override
    public String basis() {
        return loads.fingerprint("frameworks");
    }

    @Override
    public void describeAll(Consumer<SearchDocument> to) {
        for (Framework framework : frameworks.all()) {
            to.accept(document(framework));
            Stream.concat(framework.areas().stream(), framework.crossCutting().stream())
                    .filter(area -> !area.retired())
                    .forEach(area -> to.accept(document(framework, area)));
        }
    }

    private static SearchDocument document(Framework framework) {
        return new SearchDocument(
                        FRAMEWORK,
                        framework.shortCode(),
                        "/frameworks/" + framework.shortCode(),
                        SearchDocument.each(framework::shortTitle),
                        SearchDocument.same(framework.code() + " · " + String.join(", ", framework.parties())))
                .alsoNamed(Stream.of(framework.title(), framework.code()))
                .saying(Stream.of(framework.summary()));
    }

    private static SearchDocument document(Framework framework, Area area) {
        return new SearchDocument(
                        AREA,
                        area.areaKey(),
                        "/frameworks/" + framework.shortCode() + "#" + area.code(),
                        SearchDocument.each(area::title),
                        SearchDocument.each(locale -> area.areaKey() + " · " + framework.shortTitle(locale)))
                .alsoNamed(Stream.of(area.number()))
                .saying(Stream.of(
                                Stream.of(area.summary(), area.mainOutput()),
                                area.groups().stream().map(Area.Group::title),
                                area.actions().stream().map(action -> action.code() + " " + action.label()),
                                area.indicators().stream().map(one -> one.code() + " " + one.label()),
                                area.currentGains().stream().map(Area.EfficiencyGain::label))
                        .flatMap(texts -> texts));
    }
}
