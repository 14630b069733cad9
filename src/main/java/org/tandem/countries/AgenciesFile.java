package org.tandem.countries;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandem.platform.reference.DataNode;
import org.tandem.platform.reference.ReferenceFile;

/** Reads files of agencies; any number of them, each agency once. */
final class AgenciesFile {

    private static final String SCHEMA = "agencies/1";

    private AgenciesFile() {}

    static List<AgencyRules> read(List<ReferenceFile> files) {
        List<AgencyRules> agencies = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (ReferenceFile file : files) {
            DataNode root = DataNode.read(file).keys("schema", "agencies");
            if (!SCHEMA.equals(root.text("schema"))) {
                throw root.at("schema").broken("must be " + SCHEMA);
            }
            for (DataNode node : root.list("agencies")) {
                AgencyRules agency = agency(node);
                if (!codes.add(agency.agency().code())) {
                    throw node.at("code").broken("agency " + agency.agency().code() + " stands here a second time");
                }
                agencies.add(agency);
            }
        }
        return agencies;
    }

    private static AgencyRules agency(DataNode node) {
        node.keys("code", "name", "accent", "regions", "presence");
        DataNode regions = node.at("regions").keys(List.of("list"), List.of("column", "asOf", "source"));
        DataNode presence =
                node.at("presence").keys(List.of(), List.of("column", "values", "otherValues", "rule", "countries"));
        Agency agency = new Agency(
                code(node, "[A-Z][A-Z0-9-]{1,19}"),
                name(node, "en"),
                name(node, "fr"),
                node.at("name").textOrNull("initialsFr"),
                accent(node),
                regions(node.text("code"), regions),
                regions.dateOrNull("asOf"),
                regions.textOrNull("source"),
                false);
        checkPresence(presence);
        return new AgencyRules(
                agency,
                node,
                regions.textOrNull("column"),
                listedCountries(regions),
                presence.textOrNull("column"),
                values(presence, "values"),
                values(presence, "otherValues"),
                presence.has("countries") ? presence.texts("countries") : null);
    }

    private static List<Region> regions(String agency, DataNode regions) {
        Set<String> codes = new HashSet<>();
        return regions.list("list", node -> {
            node.keys(List.of("code", "name"), regions.has("column") ? List.of() : List.of("countries"));
            Region region = new Region(agency, code(node, "[A-Z][A-Z0-9_]{0,59}"), name(node, "en"), name(node, "fr"));
            if (!codes.add(region.code())) {
                throw node.at("code").broken("region " + region.code() + " stands here a second time");
            }
            return region;
        });
    }

    private static Map<String, String> listedCountries(DataNode regions) {
        Map<String, String> byCountry = new HashMap<>();
        for (DataNode region : regions.list("list")) {
            if (!region.has("countries")) {
                continue;
            }
            for (DataNode country : region.list("countries")) {
                if (byCountry.put(country.asText(), region.text("code")) != null) {
                    throw country.broken(country.asText() + " is in two regions of this agency");
                }
            }
        }
        return byCountry;
    }

    private static void checkPresence(DataNode presence) {
        boolean byColumn = presence.has("column");
        boolean byRule = presence.has("rule");
        boolean byList = presence.has("countries");
        if ((byColumn ? 1 : 0) + (byRule ? 1 : 0) + (byList ? 1 : 0) != 1) {
            throw presence.broken("needs exactly one of column, rule, countries");
        }
        if (byColumn && !presence.has("values")) {
            throw presence.broken("column needs values");
        }
        if (byRule && !"with-region".equals(presence.text("rule"))) {
            throw presence.at("rule").broken("the only rule is with-region");
        }
    }

    private static Set<String> values(DataNode presence, String key) {
        return presence.has(key) ? Set.copyOf(presence.texts(key)) : Set.of();
    }

    private static String code(DataNode node, String pattern) {
        String code = node.text("code");
        if (!code.matches(pattern)) {
            throw node.at("code").broken("must be of the form " + pattern);
        }
        return code;
    }

    private static String name(DataNode node, String language) {
        return node.at("name").keys(List.of("en", "fr"), List.of("initialsFr")).text(language);
    }

    private static String accent(DataNode node) {
        String accent = node.text("accent");
        if (!accent.matches("#[0-9A-Fa-f]{6}")) {
            throw node.at("accent").broken("must be a colour like \"#0B5CAD\"");
        }
        if (Contrast.onWhite(accent) < Contrast.ENOUGH) {
            throw node.at("accent").broken("is too pale to be read on white (needs 4.5 to 1)");
        }
        return accent;
    }
}
