package org.tandem.frameworks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tandem.platform.reference.Folding;

/** What of a framework matches a search: the framework itself, areas, actions, indicators. */
record FrameworkHits(Framework framework, List<Hit> hits) {

    /** @param anchor where on the framework's page it stands */
    record Hit(String code, String text, String anchor) {}

    static List<FrameworkHits> search(List<Framework> frameworks, String words) {
        return frameworks.stream()
                .filter(framework -> !Folding.words(words).isEmpty())
                .map(framework -> new FrameworkHits(framework, hits(framework, words)))
                .filter(found -> !found.hits().isEmpty() || Folding.matches(words, text(found.framework())))
                .toList();
    }

    private static List<Hit> hits(Framework framework, String words) {
        List<Hit> hits = new ArrayList<>();
        Stream.concat(framework.areas().stream(), framework.crossCutting().stream())
                .forEach(area -> {
                    addIf(hits, words, area.code(), area.title(), area.code());
                    area.actions().forEach(action -> addIf(hits, words, action.code(), action.label(), area.code()));
                    area.indicators().forEach(one -> addIf(hits, words, one.code(), one.label(), area.code()));
                });
        return hits;
    }

    private static void addIf(List<Hit> hits, String words, String code, String text, String anchor) {
        if (Folding.matches(words, code + " " + text)) {
            hits.add(new Hit(code, text, anchor));
        }
    }

    private static String text(Framework framework) {
        return String.join(
                " ",
                framework.code(),
                framework.title(),
                framework.shortTitle(),
                framework.summary(),
                String.join(" ", framework.parties()));
    }
}
