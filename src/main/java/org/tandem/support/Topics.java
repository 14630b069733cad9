package org.tandem.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tandem.platform.reference.DataNode;
import org.tandem.platform.reference.ReferenceFile;
import org.tandem.platform.reference.ReferenceFiles;
import org.tandem.platform.web.ArgumentNaming;

/** What support can be asked about (R-042): the topics of {@code reference/support/*.yaml}; a further data directory may add some. */
@Component
class Topics implements ArgumentNaming {

    private static final String SCHEMA = "support-topics/1";

    private final Map<String, Topic> byCode = new LinkedHashMap<>();

    record Topic(String code, String nameEn, String nameFr) {

        String name(Locale locale) {
            return "fr".equals(locale.getLanguage()) ? nameFr : nameEn;
        }
    }

    Topics(ReferenceFiles files) {
        files.folder("support").forEach(this::read);
    }

    private void read(ReferenceFile file) {
        DataNode root = DataNode.read(file).keys("schema", "topics");
        if (!SCHEMA.equals(root.text("schema"))) {
            throw root.at("schema").broken("must be " + SCHEMA);
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
}
