package org.tandem.models.tables;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/** Looks for input that no rule of a decision table answers, or too many do. A missing value is not looked at. */
public final class Tables {

    private final String decision;
    private final HitPolicy policy;
    private final List<Rule> rules;
    private final Map<String, TableFinding> findings = new LinkedHashMap<>();

    private Tables(String decision, DecisionTable table) {
        this.decision = decision;
        this.policy = table.getHitPolicy();
        this.rules = List.copyOf(table.getRules());
    }

    /** One report for each decision table of the file. */
    public static List<TableReport> of(String file, DmnModelInstance model) {
        return model.getModelElementsByType(DecisionTable.class).stream()
                .map(table -> report(file, table))
                .toList();
    }

    private static TableReport report(String file, DecisionTable table) {
        String decision = table.getParentElement().getAttributeValue("id");
        Tables tables = new Tables(decision, table);
        try {
            List<Cutting.Answer> answers = Cutting.of(TableReader.read(table), tables.rules.size());
            tables.look(answers);
            return new TableReport(file, decision, List.copyOf(tables.findings.values()), List.of());
        } catch (NotUnderstood e) {
            return new TableReport(file, decision, List.of(), List.of(e.getMessage()));
        }
    }

    private void look(List<Cutting.Answer> answers) {
        BitSet chosen = new BitSet();
        BitSet fits = new BitSet();
        for (Cutting.Answer answer : answers) {
            fits.or(answer.rules());
            if (answer.rules().isEmpty()) {
                gap(answer);
            } else {
                chosen.set(answer.rules().nextSetBit(0));
                overlap(answer);
            }
        }
        if (policy == HitPolicy.FIRST) {
            for (int rule = chosen.nextClearBit(0); rule < rules.size(); rule = chosen.nextClearBit(rule + 1)) {
                add(
                        TableFlaw.OVERLAP,
                        "rule " + id(rule) + " never gets its turn: "
                                + (fits.get(rule) ? "earlier rules answer everything it would." : "nothing fits it."));
            }
        }
    }

    /** Who collects answers may also collect none. */
    private void gap(Cutting.Answer answer) {
        if (policy != HitPolicy.COLLECT && policy != HitPolicy.RULE_ORDER && policy != HitPolicy.OUTPUT_ORDER) {
            add(TableFlaw.GAP, "no rule answers " + answer.input() + ".");
        }
    }

    private void overlap(Cutting.Answer answer) {
        int first = answer.rules().nextSetBit(0);
        for (int other = answer.rules().nextSetBit(first + 1);
                other > 0;
                other = answer.rules().nextSetBit(other + 1)) {
            if (policy == HitPolicy.UNIQUE
                    || policy == HitPolicy.ANY && !outputs(first).equals(outputs(other))) {
                String pair = "rules " + id(first) + " and " + id(other) + " both answer ";
                if (findings.keySet().stream().noneMatch(known -> known.startsWith(pair))) {
                    add(TableFlaw.OVERLAP, pair + answer.input() + ".");
                }
            }
        }
    }

    private String outputs(int rule) {
        return rules.get(rule).getOutputEntries().stream()
                .map(OutputEntry::getText)
                .map(TableReader::text)
                .collect(Collectors.joining(";"));
    }

    private String id(int rule) {
        String id = rules.get(rule).getId();
        return id == null ? "number " + (rule + 1) : id;
    }

    private void add(TableFlaw flaw, String problem) {
        findings.put(problem, new TableFinding(flaw, decision, problem));
    }
}
