package org.tandem.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.platform.reference.DataNode;
import org.tandem.platform.reference.ReferenceFile;
import org.tandem.platform.reference.ReferenceFiles;

/** The topics of {@code reference/support/*.yaml}; a further data directory may add some. In templates {@code ${@topics…}}. */
@Component("topics")
public class Topics {

    private static final String SCHEMA = "support-topics/1";

    private final Map<String, Topic> byCode = new LinkedHashMap<>();
    private final Set<String> areasFirst = new LinkedHashSet<>();

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

    List<Topic> all() {
        return List.copyOf(byCode.values());
    }

    Optional<Topic> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** In the reader's language; a code that has left the data stays as it is. */
    public String name(String code, Locale locale) {
        return find(code).map(topic -> topic.name(locale)).orElse(code);
    }

    /** The areas of a framework, those whose support it promises first (R-042). */
    List<Area> areas(Framework framework) {
        List<Area> areas = new ArrayList<>(framework.currentAreas());
        areas.sort(java.util.Comparator.comparing(area -> !areasFirst.contains(area.areaKey())));
        return areas;
    }
}
