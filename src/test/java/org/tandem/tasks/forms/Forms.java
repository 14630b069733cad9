package org.tandem.tasks.forms;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Object mother for forms; single quotes stand for double ones. */
final class Forms {

    static final FormContext CONTEXT =
            FormContext.of(Instant.parse("2026-11-21T09:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"), Locale.ENGLISH);

    private Forms() {}

    static FormDefinition of(String... components) {
        return FormDefinition.parse(json(components), "forms/test/tryIt.form");
    }

    static String json(String... components) {
        return ("{'type':'default','id':'tryIt','schemaVersion':18,'components':[" + String.join(",", components)
                        + "]}")
                .replace('\'', '"');
    }

    /** A component with label and id; {@code more} is further JSON beginning with a comma, or empty. */
    static String field(String type, String key, String more) {
        String label = type.equals("datetime") ? "dateLabel" : "label";
        return "{'type':'%s','key':'%s','id':'F_%s','%s':'The %s'%s}".formatted(type, key, key, label, key, more);
    }

    static String decision() {
        return field(
                "radio",
                "decision",
                ",'values':[" + option("APPROVE") + "," + option("DECLINE") + "," + option("RETURN") + "]");
    }

    static String option(String value) {
        return "{'value':'%s','label':'%s'}".formatted(value, value.toLowerCase(Locale.ROOT));
    }

    /** Names and values in turn; a name may come several times. */
    static FormInput input(String... namesAndValues) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.merge(
                    namesAndValues[i],
                    List.of(namesAndValues[i + 1]),
                    (one, other) -> Arrays.asList(one.get(0), other.get(0)));
        }
        return FormInput.of(values);
    }

    static CheckedForm check(FormDefinition form, String... namesAndValues) {
        return form.check(input(namesAndValues), CONTEXT);
    }

    static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/tasks-forms");
        messages.setDefaultEncoding("UTF-8");
        messages.setAlwaysUseMessageFormat(true);
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
