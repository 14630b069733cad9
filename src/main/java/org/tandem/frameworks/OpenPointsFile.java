package org.tandem.frameworks;

import java.util.List;
import java.util.Set;
import org.tandem.platform.reference.DataNode;
import org.tandem.platform.reference.ReferenceFile;

/** Reads what is left open. */
final class OpenPointsFile {

    private static final String SCHEMA = "open-points/1";
    private static final Set<String> SETTINGS = Set.of("ceiling");

    private OpenPointsFile() {}

    static List<OpenPoint> read(ReferenceFile file, Set<String> shortCodes) {
        DataNode root = DataNode.read(file).keys("schema", "points");
        if (!SCHEMA.equals(root.text("schema"))) {
            throw root.at("schema").broken("must be " + SCHEMA);
        }
        FrameworkFile.unique(root.list("points"), "code");
        return root.list("points", node -> point(node, shortCodes));
    }

    private static OpenPoint point(DataNode node, Set<String> shortCodes) {
        node.keys("code", "frameworks", "setting", "text");
        for (DataNode framework : node.list("frameworks")) {
            if (!shortCodes.contains(framework.asText())) {
                throw framework.broken("there is no framework " + framework.asText());
            }
        }
        if (node.has("setting") && !SETTINGS.contains(node.text("setting"))) {
            throw node.at("setting").broken("there is no setting " + node.text("setting"));
        }
        DataNode text = node.at("text").keys("en", "fr");
        return new OpenPoint(
                node.text("code"),
                node.texts("frameworks"),
                node.textOrNull("setting"),
                text.text("en"),
                text.text("fr"));
    }
}
