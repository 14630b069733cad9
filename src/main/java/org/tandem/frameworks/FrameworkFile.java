package org.tandem.frameworks;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.countries.Agencies;
import org.tandem.countries.Countries;
import org.tandem.frameworks.Framework.Adoption;
import org.tandem.frameworks.Framework.Basis;
import org.tandem.frameworks.Framework.Body;
import org.tandem.frameworks.Framework.Fact;
import org.tandem.frameworks.Framework.FrameworkRole;
import org.tandem.frameworks.Framework.FundingSource;
import org.tandem.frameworks.Framework.Member;
import org.tandem.frameworks.Framework.Milestone;
import org.tandem.frameworks.Framework.Period;
import org.tandem.frameworks.Framework.Principle;
import org.tandem.frameworks.Framework.ProposalAreas;
import org.tandem.frameworks.Framework.Reference;
import org.tandem.frameworks.Framework.Source;
import org.tandem.platform.reference.DataNode;
import org.tandem.platform.reference.InFrench;
import org.tandem.platform.reference.ReferenceFile;

/** Reads one framework from its file and checks every key, code, date and cross reference. */
final class FrameworkFile {

    private static final String SCHEMA = "joint-framework/1";
    private static final List<String> SECTIONS = List.of("""
            basis principles bodies roles fundingSources areas crossCutting references
            collaborations assessments milestones facts
            """.split("\\s+"));

    private final DataNode root;
    private final Countries countries;
    private final Agencies agencies;

    FrameworkFile(ReferenceFile file, Countries countries, Agencies agencies) {
        this.root = DataNode.read(file)
                .keys(
                        Stream.concat(Stream.of("schema", "framework"), SECTIONS.stream())
                                .toList(),
                        List.of());
        if (!SCHEMA.equals(root.text("schema"))) {
            throw root.at("schema").broken("must be " + SCHEMA);
        }
        this.countries = countries;
        this.agencies = agencies;
    }

    DataNode node() {
        return root.at("framework");
    }

    Framework framework() {
        DataNode node = node().keys(
                        List.of(
                                "code",
                                "title",
                                "shortTitle",
                                "kind",
                                "parties",
                                "ledBy",
                                "adopted",
                                "period",
                                "livingDocument",
                                "fundingConditional",
                                "summary",
                                "source"),
                        List.of("shortCode", "fr", "proposalAreas"));
        List<String> parties = parties(node);
        String shortCode = shortCode(node, parties);
        checkCodes();
        AreaReader reader =
                new AreaReader(shortCode, codes("references"), codes("fundingSources"), codes("roles"), countries);
        List<Area> areas = root.list("areas", reader::area);
        List<Area> crossCutting = root.list("crossCutting", reader::area);
        return new Framework(
                node.text("code"),
                shortCode,
                node.text("title"),
                node.text("shortTitle"),
                InFrench.read(node, "shortTitle"),
                node.text("kind"),
                parties,
                node.texts("ledBy"),
                adopted(node.at("adopted")),
                period(node.at("period").keys("from", "to", "text")),
                node.flag("livingDocument"),
                node.flag("fundingConditional"),
                node.text("summary"),
                source(node),
                root.list("basis", FrameworkFile::basis),
                root.list("principles", FrameworkFile::principle),
                root.list("bodies", this::body),
                root.list("roles", FrameworkFile::role),
                root.list("fundingSources", FrameworkFile::fundingSource),
                areas,
                crossCutting,
                root.list("references", FrameworkFile::reference),
                root.list("milestones", FrameworkFile::milestone),
                root.list("facts", FrameworkFile::fact),
                node.has("proposalAreas") ? proposalAreas(node.at("proposalAreas")) : null,
                1,
                false);
    }

    List<Collaboration> collaborations(Framework framework) {
        return new RegisterReader(framework, countries, agencies).collaborations(root);
    }

    List<Assessment> assessments(Framework framework) {
        return new RegisterReader(framework, countries, agencies).assessments(root);
    }

    private List<String> parties(DataNode node) {
        Set<String> seen = new HashSet<>();
        for (DataNode party : node.list("parties")) {
            if (agencies.find(party.asText()).isEmpty()) {
                throw party.broken("no agency has the code " + party.asText());
            }
            if (!seen.add(party.asText())) {
                throw party.broken(party.asText() + " is a party twice");
            }
        }
        if (seen.isEmpty()) {
            throw node.at("parties").broken("needs at least one agency");
        }
        return node.texts("parties");
    }

    /** The code without the parties and without the parts that are only numbers, unless the file says otherwise. */
    static String shortCode(DataNode node, List<String> parties) {
        String given = node.textOrNull("shortCode");
        String code = given != null
                ? given
                : Stream.of(node.text("code").split("-"))
                        .filter(part -> !parties.contains(part) && !part.matches("[0-9]+"))
                        .collect(Collectors.joining("-"));
        if (!code.matches("[A-Z][A-Z0-9]{0,19}")) {
            DataNode place = node.at(given != null ? "shortCode" : "code");
            throw place.broken(
                    "gives the short code \"" + code + "\", which must be capitals and digits; add shortCode");
        }
        return code;
    }

    private void checkCodes() {
        SECTIONS.forEach(section -> unique(root.list(section), "code"));
        unique(
                Stream.of("areas", "crossCutting")
                        .flatMap(section -> root.list(section).stream())
                        .toList(),
                "code");
        unique(
                Stream.of("areas", "crossCutting")
                        .flatMap(section -> root.list(section).stream())
                        .flatMap(area -> area.list("actions").stream())
                        .toList(),
                "code");
    }

    static void unique(List<DataNode> items, String key) {
        Set<String> seen = new HashSet<>();
        for (DataNode item : items) {
            if (item.has(key) && !seen.add(item.text(key))) {
                throw item.at(key).broken(item.text(key) + " stands here a second time");
            }
        }
    }

    private Set<String> codes(String section) {
        return root.list(section).stream()
                .map(item -> item.text("code"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Adoption adopted(DataNode node) {
        node.keys("date", "by", "through");
        return new Adoption(node.dateOrNull("date"), node.textOrNull("by"), node.textOrNull("through"));
    }

    static Period period(DataNode node) {
        return new Period(
                node.dateOrNull("from"),
                node.dateOrNull("to"),
                node.textOrNull("text"),
                node.keyNames().contains("recurs") ? node.textOrNull("recurs") : null);
    }

    static Source source(DataNode node) {
        DataNode source = node.at("source").keys("seed", "place");
        return new Source(source.text("seed"), source.text("place"));
    }

    private static Basis basis(DataNode node) {
        node.keys("code", "title", "kind", "date", "source");
        return new Basis(
                node.text("code"), node.text("title"), node.text("kind"), node.dateOrNull("date"), source(node));
    }

    private static Principle principle(DataNode node) {
        node.keys("code", "label", "source");
        return new Principle(node.text("code"), node.text("label"), source(node));
    }

    private Body body(DataNode node) {
        node.keys("code", "title", "kind", "status", "members", "functions", "note", "source");
        return new Body(
                node.text("code"),
                node.text("title"),
                node.text("kind"),
                node.text("status"),
                node.list("members", this::member),
                node.texts("functions"),
                node.textOrNull("note"),
                source(node));
    }

    private Member member(DataNode node) {
        node.keys("agency", "role", "count");
        return new Member(
                node.text("agency"), known(node.at("role"), codes("roles"), "role"), node.integerOrNull("count"));
    }

    private static FrameworkRole role(DataNode node) {
        node.keys("code", "title", "agencies", "functions", "source");
        return new FrameworkRole(
                node.text("code"), node.text("title"), node.texts("agencies"), node.texts("functions"), source(node));
    }

    private static FundingSource fundingSource(DataNode node) {
        node.keys("code", "title", "kind", "gatewayCode", "calls", "note", "source");
        return new FundingSource(
                node.text("code"),
                node.text("title"),
                node.text("kind"),
                node.textOrNull("gatewayCode"),
                node.texts("calls"),
                node.textOrNull("note"),
                source(node));
    }

    private static Reference reference(DataNode node) {
        node.keys("code", "programme", "period", "title", "source");
        return new Reference(
                node.text("code"),
                node.textOrNull("programme"),
                node.textOrNull("period"),
                node.text("title"),
                source(node));
    }

    private static Milestone milestone(DataNode node) {
        node.keys("code", "title", "kind", "due", "recurs", "state", "source");
        return new Milestone(
                node.text("code"),
                node.text("title"),
                node.text("kind"),
                node.dateOrNull("due"),
                node.textOrNull("recurs"),
                node.textOrNull("state"),
                source(node));
    }

    private static Fact fact(DataNode node) {
        node.keys("code", "label", "value", "unit", "asOf", "source");
        return new Fact(
                node.text("code"),
                node.text("label"),
                plainText(node.at("value")),
                node.textOrNull("unit"),
                node.dateOrNull("asOf"),
                source(node));
    }

    private ProposalAreas proposalAreas(DataNode node) {
        node.keys("areas", "source");
        List<String> areas = known(node, "areas", codes("areas"), "area");
        if (areas.isEmpty()) {
            throw node.at("areas").broken("needs at least one area; leave proposalAreas out where all are alike");
        }
        return new ProposalAreas(areas, source(node));
    }

    static @Nullable String plainText(DataNode node) {
        Object value = node.plain();
        return value == null ? null : value.toString();
    }

    /** The text, provided it is one of the codes known. */
    static String known(DataNode node, Set<String> codes, String what) {
        if (!codes.contains(node.asText())) {
            throw node.broken("there is no " + what + " " + node.asText() + " in this file");
        }
        return node.asText();
    }

    static List<String> known(DataNode node, String key, Set<String> codes, String what) {
        Function<DataNode, String> check = item -> known(item, codes, what);
        return node.list(key, check);
    }
}
