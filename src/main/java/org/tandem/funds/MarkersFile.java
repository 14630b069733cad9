package org.tandem.funds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.funds.MarkerSet.Group;
import org.tandem.funds.MarkerSet.Marker;
import org.tandem.platform.reference.DataNode;
import org.tandem.platform.reference.ReferenceFile;

/** Reads markers: each top-level key is a set, which is a list, or a map with lists of values and what is known of them. */
final class MarkersFile {

    private static final String SCHEMA = "markers/1";
    private static final Set<String> ITEM_KEYS = Set.of(
            "code", "label", "label_en", "label_fr", "label_es", "value", "alt", "oecd_significance", "computed");
    private static final Set<String> LABELS = Set.of("code", "label", "label_en", "label_fr", "label_es");

    private MarkersFile() {}

    static List<MarkerSet> read(ReferenceFile file) {
        DataNode root = DataNode.read(file);
        if (!SCHEMA.equals(root.text("schema"))) {
            throw root.at("schema").broken("must be " + SCHEMA);
        }
        return root.keyNames().stream()
                .filter(key -> !key.equals("schema") && !key.equals("as_of"))
                .map(key -> set(key, root.at(key)))
                .toList();
    }

    private static MarkerSet set(String code, DataNode node) {
        if (node.isList()) {
            return new MarkerSet(code, null, Verification.VERIFIED, List.of(group("", node)), Map.of(), false);
        }
        List<Group> groups = new ArrayList<>();
        Map<String, Object> details = new LinkedHashMap<>();
        for (String key : node.keyNames()) {
            if (isValues(node.at(key))) {
                groups.add(group(key.equals("items") || key.equals("scale") ? "" : key, node.at(key)));
            } else if (!key.equals("basis") && node.has(key)) {
                details.put(key, node.at(key).plain());
            }
        }
        if (groups.isEmpty()) {
            throw node.broken("has no list of values");
        }
        String basis = node.text("basis");
        if (!Verification.isBasis(basis)) {
            throw node.at("basis").broken("must say S, D or G");
        }
        return new MarkerSet(code, basis, Verification.of(basis), groups, details, false);
    }

    /** A list of values, not of notes: each item has a code, or the list is called a scale. */
    private static boolean isValues(DataNode node) {
        return node.isList()
                && (node.path().endsWith(".scale")
                        || node.items().stream().allMatch(item -> item.isMap() && item.has("code")));
    }

    private static Group group(String code, DataNode list) {
        Set<String> codes = new HashSet<>();
        return new Group(
                code,
                list.items().stream()
                        .map(item -> {
                            Marker marker = item.isMap() ? marker(item) : letter(item);
                            if (!codes.add(marker.code())) {
                                throw item.broken(marker.code() + " stands here a second time");
                            }
                            return marker;
                        })
                        .toList());
    }

    private static Marker marker(DataNode item) {
        item.keys(Set.of("code"), ITEM_KEYS);
        Map<String, Object> details = new LinkedHashMap<>();
        item.keyNames().stream()
                .filter(key -> !LABELS.contains(key) && item.has(key))
                .forEach(key -> details.put(key, item.at(key).plain()));
        return new Marker(
                String.valueOf(item.at("code").plain()),
                item.text(item.has("label") ? "label" : "label_en"),
                label(item, "label_fr"),
                label(item, "label_es"),
                details);
    }

    private static @Nullable String label(DataNode item, String key) {
        return item.has(key) ? item.text(key) : null;
    }

    private static Marker letter(DataNode item) {
        return new Marker(item.asText(), item.asText(), item.asText(), item.asText(), Map.of());
    }
}
