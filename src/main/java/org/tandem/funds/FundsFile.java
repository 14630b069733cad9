package org.tandem.funds;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.countries.Countries;
import org.tandem.funds.Fund.Call;
import org.tandem.funds.Fund.Fees;
import org.tandem.funds.Fund.Window;
import org.tandem.platform.reference.DataNode;
import org.tandem.platform.reference.ReferenceFile;

/** Reads funds and checks keys, codes and countries; what has no place of its own is kept as details. */
@RequiredArgsConstructor
final class FundsFile {

    private static final String SCHEMA = "funds/1";
    private static final Set<String> REQUIRED =
            Set.of("code name short_name status administrative_agent fees decision submission sources".split(" "));
    /** Keys read into the record; the others become details. */
    private static final Set<String> READ = Set.of("""
            code aliases name short_name parent_fund status administrative_agent fees calls
            sources
            """.split("\\s+"));

    private static final Set<String> DETAILS = Set.of("""
            crs_channel established windows later_frame eligible financial_requirement totals
            countries_2020_report pathfinder_countries_2024_12 pillars coordination
            coordination_of_calls facilities priority_areas priority_windows_2020_2024
            thematic_areas thematic_basis markers participating frame main_contributor
            project_budget minimum_share_pct
            """.split("\\s+"));
    private static final Set<String> CALL_READ = Set.of("""
            id name opened deadline ceiling_per_proposal ceiling_per_programme
            ceiling_per_country basis
            """.split("\\s+"));
    private static final Set<String> CALL_DETAILS = Set.of("""
            grants windows months max_months stages rhythm countries_seen decided co_funding
            fund_label detail allocated envelope applications note first_disbursement
            benefiting_countries projects approved preparatory_funding seen_amounts period
            pipeline tracks known countries announced shortlisted selected countries_covered
            donor applicants start opened_basis
            """.split("\\s+"));
    private static final Set<String> COUNTRY_LISTS =
            Set.of("countries", "countries_seen", "pathfinder_countries_2024_12");

    private final Countries countries;
    private final Set<String> taken = new HashSet<>();
    private final List<Fund> funds = new ArrayList<>();
    private final List<DataNode> nodes = new ArrayList<>();

    /** The product's own file, which also holds what the funds have in common. */
    FundData readMain(ReferenceFile file, List<MarkerSet> markers) {
        DataNode root = DataNode.read(file)
                .keys("schema", "as_of", "common_fee_rules", "standard_joint_programme_document", "funds");
        readFunds(root);
        String asOf = root.dateOrNull("as_of");
        if (asOf == null) {
            throw root.at("as_of").broken("must be a date");
        }
        Map<String, Object> rules = new LinkedHashMap<>();
        List.of("common_fee_rules", "standard_joint_programme_document")
                .forEach(key -> put(rules, key, root.at(key).plain()));
        return new FundData(asOf, funds, rules, markers);
    }

    void readFurther(ReferenceFile file) {
        readFunds(DataNode.read(file).keys("schema", "funds"));
    }

    /** Parents may stand in another file than their windows. */
    void checkParents() {
        nodes.stream().filter(node -> node.has("parent_fund")).forEach(node -> {
            if (!taken.contains(node.text("parent_fund"))) {
                throw node.at("parent_fund").broken("there is no fund " + node.text("parent_fund"));
            }
        });
    }

    List<Fund> funds() {
        return funds;
    }

    private void readFunds(DataNode root) {
        if (!SCHEMA.equals(root.text("schema"))) {
            throw root.at("schema").broken("must be " + SCHEMA);
        }
        for (DataNode node : root.list("funds")) {
            funds.add(fund(node));
            nodes.add(node);
        }
    }

    private Fund fund(DataNode node) {
        node.keys(REQUIRED, union(READ, DETAILS));
        String code = claim(node.at("code"));
        if (!code.matches("[A-Z][A-Z0-9-]{1,29}")) {
            throw node.at("code").broken("must be capitals, digits and hyphens");
        }
        List<DataNode> aliases = node.has("aliases") ? node.list("aliases") : List.of();
        checkCountries(node);
        return new Fund(
                code,
                aliases.stream().map(this::claim).toList(),
                node.text("name"),
                node.text("short_name"),
                node.textOrNull("parent_fund"),
                node.text("status"),
                node.textOrNull("administrative_agent"),
                fees(node.at("fees")),
                windows(node),
                calls(node),
                details(node, READ),
                node.texts("sources"),
                false);
    }

    private String claim(DataNode node) {
        if (!taken.add(node.asText())) {
            throw node.broken(node.asText() + " is the code or alias of another fund");
        }
        return node.asText();
    }

    private static Fees fees(DataNode node) {
        node.keys(List.of("administrative_agent_pct", "indirect_pct"), List.of("basis"));
        String basis = basis(node);
        return new Fees(
                percent(node, "administrative_agent_pct"), percent(node, "indirect_pct"), Verification.of(basis));
    }

    private static @Nullable Double percent(DataNode node, String key) {
        Object value = node.at(key).plain();
        if (value == null) {
            return null;
        }
        if (value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 100) {
            return number.doubleValue();
        }
        throw node.at(key).broken("must be a number from 0 to 100");
    }

    private static List<Window> windows(DataNode node) {
        return node.has("windows")
                ? node.list("windows", window -> {
                    window.keys("id", "label");
                    String label = window.textOrNull("label");
                    return new Window(window.text("id"), label == null ? window.text("id") : label);
                })
                : List.of();
    }

    private List<Call> calls(DataNode fund) {
        return fund.has("calls") ? fund.list("calls", this::call) : List.of();
    }

    private Call call(DataNode node) {
        node.keys(Set.of("id", "basis"), union(CALL_READ, CALL_DETAILS));
        if (!taken.add("call " + node.text("id"))) {
            throw node.at("id").broken("call " + node.text("id") + " stands here a second time");
        }
        checkCountries(node);
        return new Call(
                node.text("id"),
                node.textOrNull("name"),
                date(node, "opened"),
                date(node, "deadline"),
                ceiling(node),
                Verification.of(basis(node)),
                details(node, CALL_READ));
    }

    /** Often known in words only; what is written as a day or a minute is one. */
    private static @Nullable String date(DataNode call, String key) {
        String text = call.textOrNull(key);
        try {
            if (text != null && text.matches("\\d{4}-\\d{2}")) {
                YearMonth.parse(text);
            }
            CallTime.begin(text, null);
        } catch (DateTimeException none) {
            throw call.at(key).broken("is no day of the calendar");
        }
        return text;
    }

    private static @Nullable Long ceiling(DataNode call) {
        for (String key : List.of("ceiling_per_proposal", "ceiling_per_programme", "ceiling_per_country")) {
            if (call.has(key)) {
                return call.at(key).plain() instanceof Map
                        ? call.at(key).keys("value", "basis").longOrNull("value")
                        : call.longOrNull(key);
            }
        }
        return null;
    }

    private static @Nullable String basis(DataNode node) {
        if (!node.has("basis")) {
            return null;
        }
        if (!Verification.isBasis(node.text("basis"))) {
            throw node.at("basis").broken("must say S, D or G");
        }
        return node.text("basis");
    }

    private void checkCountries(DataNode node) {
        COUNTRY_LISTS.stream()
                .filter(key -> node.keyNames().contains(key) && node.has(key))
                .flatMap(key -> node.list(key).stream())
                .filter(country -> countries.find(country.asText()).isEmpty())
                .forEach(unknown -> {
                    throw unknown.broken("no country has the code " + unknown.asText());
                });
    }

    private static Map<String, Object> details(DataNode node, Set<String> read) {
        Map<String, Object> details = new LinkedHashMap<>();
        node.keyNames().stream()
                .filter(key -> !read.contains(key))
                .forEach(key -> put(details, key, node.at(key).plain()));
        return details;
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
