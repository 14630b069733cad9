package org.tandem.frameworks;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tandem.countries.Countries;
import org.tandem.frameworks.Area.Action;
import org.tandem.frameworks.Area.Deliverable;
import org.tandem.frameworks.Area.EfficiencyGain;
import org.tandem.frameworks.Area.Finding;
import org.tandem.frameworks.Area.FocalPoints;
import org.tandem.frameworks.Area.Group;
import org.tandem.frameworks.Area.Indicator;
import org.tandem.frameworks.Framework.Period;
import org.tandem.platform.reference.DataNode;
import org.tandem.platform.reference.InFrench;

/** Reads the areas of a framework's file; the codes they may point to are given. */
record AreaReader(String framework, Set<String> references, Set<String> funds, Set<String> roles, Countries countries) {

    private static final Set<String> MEASURES = Set.of("number", "yes-no", "narrative");
    private static final Set<String> KINDS = Set.of("""
            joint-proposal joint-programme repurposing advocacy communication guidance
            coordination register measurement event meeting assessment research
            capacity-development policy-support partnership resource-mobilization mainstreaming
            scaling innovation data process-improvement accountability knowledge-sharing
            """.split("\\s+"));

    Area area(DataNode node) {
        node.keys(
                List.of(
                        "code",
                        "number",
                        "title",
                        "summary",
                        "mainOutput",
                        "groups",
                        "actions",
                        "indicators",
                        "efficiencyGains",
                        "focalPoints",
                        "references",
                        "findings",
                        "source"),
                List.of("fr"));
        List.of("groups", "indicators", "efficiencyGains", "findings")
                .forEach(list -> FrameworkFile.unique(node.list(list), "code"));
        FrameworkFile.unique(node.list("focalPoints"), "agency");
        Set<String> groups =
                node.list("groups").stream().map(group -> group.text("code")).collect(Collectors.toSet());
        return new Area(
                framework,
                code(node),
                node.text("number"),
                node.text("title"),
                InFrench.read(node, "title"),
                node.textOrNull("summary"),
                node.textOrNull("mainOutput"),
                node.list("groups", AreaReader::group),
                node.list("actions", action -> action(action, groups)),
                node.list("indicators", AreaReader::indicator),
                node.list("efficiencyGains", AreaReader::gain),
                node.list("focalPoints", this::focalPoints),
                FrameworkFile.known(node, "references", references, "reference"),
                node.list("findings", AreaReader::finding),
                FrameworkFile.source(node),
                false);
    }

    /** Case ids are made of it: no hyphen, or the parts could not be told apart. */
    private static String code(DataNode node) {
        String code = node.text("code");
        if (!code.matches("[A-Z][A-Z0-9]{0,9}")) {
            throw node.at("code").broken("must be capitals and digits");
        }
        return code;
    }

    private static Group group(DataNode node) {
        node.keys("code", "title");
        return new Group(node.text("code"), node.text("title"));
    }

    private Action action(DataNode node, Set<String> groups) {
        node.keys(
                List.of(
                        "code",
                        "label",
                        "kind",
                        "group",
                        "timeline",
                        "state",
                        "countries",
                        "funds",
                        "quantity",
                        "deliverables",
                        "references",
                        "source"),
                List.of("note"));
        if (!KINDS.contains(node.text("kind"))) {
            throw node.at("kind").broken("there is no kind of action " + node.text("kind"));
        }
        DataNode where = node.at("countries").keys("target", "named");
        return new Action(
                node.text("code"),
                node.text("label"),
                node.text("kind"),
                node.has("group") ? FrameworkFile.known(node.at("group"), groups, "group") : null,
                timeline(node),
                node.textOrNull("state"),
                where.integerOrNull("target"),
                where.list("named", this::country),
                FrameworkFile.known(node, "funds", funds, "funding source"),
                node.integerOrNull("quantity"),
                node.list("deliverables", AreaReader::deliverable),
                FrameworkFile.known(node, "references", references, "reference"),
                node.keyNames().contains("note") ? node.textOrNull("note") : null,
                FrameworkFile.source(node));
    }

    private String country(DataNode node) {
        return RegisterReader.country(node, countries);
    }

    private static Deliverable deliverable(DataNode node) {
        node.keys("code", "label", "timeline", "quantity", "unit");
        return new Deliverable(
                node.textOrNull("code"),
                node.text("label"),
                timeline(node),
                node.integerOrNull("quantity"),
                node.textOrNull("unit"));
    }

    private static Period timeline(DataNode node) {
        return FrameworkFile.period(node.at("timeline").keys("from", "to", "text", "recurs"));
    }

    private static Indicator indicator(DataNode node) {
        node.keys("code", "label", "measure", "unit", "due", "target", "source");
        if (!MEASURES.contains(node.text("measure"))) {
            throw node.at("measure").broken("must be number, yes-no or narrative");
        }
        return new Indicator(
                node.text("code"),
                node.text("label"),
                node.text("measure"),
                node.textOrNull("unit"),
                node.dateOrNull("due"),
                FrameworkFile.plainText(node.at("target")),
                FrameworkFile.source(node));
    }

    private static EfficiencyGain gain(DataNode node) {
        node.keys(List.of("code", "label"), List.of("fr"));
        return new EfficiencyGain(node.text("code"), node.text("label"), InFrench.read(node, "label"), false);
    }

    private FocalPoints focalPoints(DataNode node) {
        node.keys("agency", "count", "functions", "alsoCoordinator");
        int count = node.integer("count");
        int alsoCoordinator = node.integer("alsoCoordinator");
        if (count < 1 || alsoCoordinator < 0 || alsoCoordinator > count) {
            throw node.at("count").broken("must be at least 1 and not less than alsoCoordinator");
        }
        return new FocalPoints(
                node.text("agency"), count, FrameworkFile.known(node, "functions", roles, "role"), alsoCoordinator);
    }

    private static Finding finding(DataNode node) {
        node.keys("code", "rating", "label", "asAt", "source");
        return new Finding(
                node.text("code"),
                node.text("rating"),
                node.text("label"),
                node.dateOrNull("asAt"),
                FrameworkFile.source(node));
    }
}
