package org.tandem.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Period;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.tandem.platform.ConfiguredPeriod;

/**
 * The step limits of every {@code reference/step-limits.yaml} on the class path; any of them is overridden by
 * {@code tandem.limits.<task>.<due|remind|lapse>}. Asked by the diagrams as {@code ${limits.lapseOf('…')}}.
 */
@Component("limits")
public class StepLimits {

    private static final String FILE = "reference/step-limits.yaml";

    private final Map<String, StepLimit> limits = new TreeMap<>();

    StepLimits(Environment environment) {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + FILE)) {
                read(file, environment);
            }
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void read(Resource resource, Environment environment) throws IOException {
        try (InputStream file = resource.getInputStream()) {
            new YAMLMapper()
                    .readTree(file)
                    .fields()
                    .forEachRemaining(
                            step -> limits.put(step.getKey(), read(step.getKey(), step.getValue(), environment)));
        }
    }

    /** @throws IllegalStateException when a user task has no limit in the data file */
    public StepLimit of(String taskKey) {
        StepLimit limit = limits.get(taskKey);
        if (limit == null) {
            throw new IllegalStateException(FILE + " has no limit for the task " + taskKey);
        }
        return limit;
    }

    /** ISO 8601 duration for a timer in a diagram. */
    public String lapseOf(String taskKey) {
        Period lapse = of(taskKey).lapse();
        if (lapse == null) {
            throw new IllegalStateException(FILE + " has no lapse for the task " + taskKey);
        }
        return lapse.toString();
    }

    public Set<String> taskKeys() {
        return limits.keySet();
    }

    private static StepLimit read(String taskKey, JsonNode node, Environment environment) {
        Setting due = setting(taskKey, "due", node, environment);
        Setting remind = setting(taskKey, "remind", node, environment);
        Setting lapse = setting(taskKey, "lapse", node, environment);
        return new StepLimit(
                ConfiguredPeriod.longerThanNothing(due.name(), due.text()),
                ConfiguredPeriod.orNone(remind.name(), remind.text()),
                // A diagram asks for a lapse the file has: it can be changed, not taken away.
                lapse.text().isBlank() && node.path("lapse").isMissingNode()
                        ? null
                        : ConfiguredPeriod.longerThanNothing(lapse.name(), lapse.text()));
    }

    private record Setting(String name, String text) {}

    private static Setting setting(String taskKey, String key, JsonNode node, Environment environment) {
        String property = "tandem.limits." + taskKey + "." + key;
        String configured = environment.getProperty(property);
        return configured != null
                ? new Setting(property, configured)
                : new Setting(FILE + ": " + taskKey + "." + key, node.path(key).asText(""));
    }
}
