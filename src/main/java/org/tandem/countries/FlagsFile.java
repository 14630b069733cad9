package org.tandem.countries;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tandem.platform.reference.DataNode;
import org.tandem.platform.reference.ReferenceFile;

/** Reads where the flags of countries come from. */
final class FlagsFile {

    private static final String SCHEMA = "country-flags/1";
    private static final List<String> FLAGS = List.of("ldc", "lldc", "sids", "fragile");

    private FlagsFile() {}

    static List<FlagNote> read(ReferenceFile file, Set<String> countries) {
        DataNode root = DataNode.read(file).keys("schema", "flags");
        if (!SCHEMA.equals(root.text("schema"))) {
            throw root.at("schema").broken("must be " + SCHEMA);
        }
        List<FlagNote> flags = root.list("flags", node -> flag(node, countries));
        Set<String> codes = flags.stream().map(FlagNote::code).collect(Collectors.toSet());
        if (flags.size() != FLAGS.size() || !codes.containsAll(FLAGS)) {
            throw root.at("flags").broken("must explain each of " + String.join(", ", FLAGS) + " once");
        }
        return flags;
    }

    private static FlagNote flag(DataNode node, Set<String> countries) {
        node.keys("code", "asOf", "source", "doubts");
        String asOf = node.dateOrNull("asOf");
        if (asOf == null) {
            throw node.at("asOf").broken("must be a date");
        }
        return new FlagNote(node.text("code"), asOf, node.text("source"), node.list("doubts", doubt -> {
            doubt.keys("countries", "text");
            for (DataNode country : doubt.list("countries")) {
                if (!countries.contains(country.asText())) {
                    throw country.broken("no country has the code " + country.asText());
                }
            }
            DataNode text = doubt.at("text").keys("en", "fr");
            return new FlagNote.Doubt(doubt.texts("countries"), text.text("en"), text.text("fr"));
        }));
    }
}
