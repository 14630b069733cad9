package org.tandem.models.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a decision table. */
final class TableReader {

    private TableReader() {}

    static List<Column> read(DecisionTable table) {
        List<Column> columns = new ArrayList<>();
        for (Input input : table.getInputs()) {
            columns.add(column(input, columns.size(), List.copyOf(table.getRules())));
        }
        return columns;
    }

    private static Column column(Input input, int number, List<Rule> rules) {
        InputExpression expression = input.getInputExpression();
        String name = expression == null ? input.getLabel() : text(expression.getText());
        String type = expression == null || expression.getTypeRef() == null ? "" : expression.getTypeRef();
        List<Object> values = new ArrayList<>();
        List<Predicate<Object>> entries = new ArrayList<>();
        for (Rule rule : rules) {
            List<InputEntry> all = List.copyOf(rule.getInputEntries());
            if (number >= all.size()) {
                throw new NotUnderstood("rule " + rule.getId() + " has fewer entries than there are inputs");
            }
            InputEntry entry = all.get(number);
            entries.add(read("rule " + rule.getId(), text(entry.getText()), values));
        }
        UnaryTests allowed = input.getInputValues();
        Predicate<Object> may = allowed == null
                ? value -> true
                : read("the allowed values of " + name, text(allowed.getText()), values);
        List<Cell> cells = Cutter.cut(type, values).stream()
                .filter(cell -> may.test(cell.value()))
                .toList();
        return new Column(name == null ? input.getId() : name, cells, entries);
    }

    private static Predicate<Object> read(String where, String entry, List<Object> values) {
        try {
            return EntryReader.read(entry, values);
        } catch (NotUnderstood e) {
            throw new NotUnderstood("“" + e.getMessage() + "” in " + where + " was not understood");
        }
    }

    static String text(@Nullable Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }
}
