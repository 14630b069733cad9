package org.tandem.support;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.platform.reference.DataNode;
import org.tandem.platform.reference.ReferenceFile;
import org.tandem.platform.reference.ReferenceFiles;
import org.tandem.platform.web.ArgumentNaming;

/** What support can be asked about (R-042): the topics of {@code reference/support/*.yaml}; a further data directory may add some. */
@Component
class Topics implements ArgumentNaming {

    private static final String SCHEMA = "support-topics/1";

    private final Map<String, Topic> byCode = new LinkedHashMap<>();
    private final Set<String> areasFirst = new LinkedHashSet<>();

    record Topic(String code, String nameEn, String nameFr) {

        String name(Locale locale) {
            return "fr".equals(locale.getLanguage()) ? nameFr : nameEn;
        }
    }

    Topics(ReferenceFiles files) {
        files.folder("support").forEach(this::read);
    }

    private void read(ReferenceFile file) {
        DataNode root = DataNode.read(file).keys(List.of("schema", "topics"), List.of("areasFirst"));
        if (!SCHEMA.equals(root.text("schema"))) {
            throw root.at("schema").broken("must be " + SCHEMA);
        }
        if (root.has("areasFirst")) {
            areasFirst.addAll(root.texts("areasFirst"));
        }
        for (DataNode node : root.list("topics")) {
            node.keys(List.of("code", "en", "fr"), List.of("basis"));
            Topic topic = new Topic(node.text("code"), node.text("en"), node.text("fr"));
            if (byCode.put(topic.code(), topic) != null) {
                throw node.at("code").broken(topic.code() + " stands here a second time");
            }
        }
    }

    <T> List<T> all(Function<Topic, T> as) {
        return byCode.values().stream().map(as).toList();
    }

    @Override
    public String kind() {
        return "topic";
    }

    /** In the reader's language; a code that has left the data stays as it is. */
    @Override
    public String name(String code, Locale locale) {
        Topic topic = byCode.get(code);
        return topic == null ? code : topic.name(locale);
    }

    /** The areas of a framework, those whose support it promises first (R-042). */
    List<Area> areas(Framework framework) {
        return framework.currentAreas().stream()
                .sorted(Comparator.comparing(area -> !areasFirst.contains(area.areaKey())))
                .toList();
    }
}
