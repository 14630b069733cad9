package org.tandem.countries;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.reference.BrokenReference;

/** A line of the list of countries, which can complain about itself. */
record CountryRow(String file, int line, Map<String, String> values) {

    String iso3() {
        return text("iso3");
    }

    BrokenReference broken(String column, String why) {
        return new BrokenReference(file, line, column, why);
    }

    String raw(String column) {
        String value = values.getOrDefault(column, "");
        if (!value.equals(value.strip()) || value.contains("\n")) {
            throw broken(column, "has white space around it");
        }
        return value;
    }

    String text(String column) {
        String value = raw(column);
        if (value.isEmpty()) {
            throw broken(column, "must not be empty");
        }
        return value;
    }

    @Nullable
    String textOrNull(String column) {
        String value = raw(column);
        return value.isEmpty() ? null : value;
    }

    String matching(String column, String pattern) {
        String value = text(column);
        if (!value.matches(pattern)) {
            throw broken(column, "\"" + value + "\" has the wrong form");
        }
        return value;
    }

    String oneOf(String column, Set<String> allowed) {
        String value = raw(column);
        if (!allowed.contains(value)) {
            throw broken(column, "\"" + value + "\" is none of " + String.join(", ", allowed));
        }
        return value;
    }

    boolean flag(String column) {
        return Boolean.parseBoolean(oneOf(column, Set.of("true", "false")));
    }

    double number(String column, double limit) {
        try {
            double value = Double.parseDouble(text(column));
            if (Math.abs(value) <= limit) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw broken(column, "must be a number");
        }
        throw broken(column, "must lie between -" + limit + " and " + limit);
    }

    /** A column an agency's rules speak of. */
    String columnOf(String column, AgencyRules rules) {
        if (!values.containsKey(column)) {
            throw rules.node().broken("column " + column + " is not in " + file);
        }
        return raw(column);
    }
}
