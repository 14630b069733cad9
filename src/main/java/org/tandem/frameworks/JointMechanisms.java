package org.tandem.frameworks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.tandem.platform.CannotStart;
import org.tandem.platform.ConfiguredPeriod;
import org.tandem.platform.Role;

/**
 * The joint mechanism of each framework, from {@code reference/joint-mechanisms.yaml}; any value is overridden by
 * {@code tandem.mechanism.<framework>.<members | clears | limits.<level> | reminders.<level>>}.
 */
@Component
public class JointMechanisms {

    private static final String FILE = "reference/joint-mechanisms.yaml";
    private static final List<String> LEVELS = List.of("COUNTRY", "REGION", "JOINT_MECHANISM");

    private final Environment environment;
    private final JsonNode root;
    private final Map<String, JointMechanism> known = new ConcurrentHashMap<>();

    JointMechanisms(Environment environment) {
        this.environment = environment;
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            this.root = new YAMLMapper().readTree(file);
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read: " + e.getMessage(), e);
        }
        of("default");
        root.fieldNames().forEachRemaining(this::of);
    }

    /** @throws IllegalStateException naming file and key when a value is none */
    public JointMechanism of(String framework) {
        return known.computeIfAbsent(framework, this::read);
    }

    private JointMechanism read(String framework) {
        List<Role> members = Stream.of(value(framework, "members").split("[, ]+"))
                .map(code -> role(framework, "members", code))
                .toList();
        Role clears = role(framework, "clears", value(framework, "clears"));
        return new JointMechanism(
                framework, members, clears, periods(framework, "limits"), periods(framework, "reminders"));
    }

    private static Role role(String framework, String key, String code) {
        return Role.ofCode(code)
                .orElseThrow(() -> new IllegalStateException(
                        FILE + ": " + framework + "." + key + ": there is no role “" + code + "”"));
    }

    private Map<String, Period> periods(String framework, String key) {
        Map<String, Period> periods = new TreeMap<>();
        for (String level : LEVELS) {
            Setting setting = setting(framework, key + "." + level);
            Period period = key.equals("limits")
                    ? ConfiguredPeriod.longerThanNothing(setting.name(), setting.text())
                    : ConfiguredPeriod.orNone(setting.name(), setting.text());
            if (period.toTotalMonths() != 0) {
                throw new CannotStart(
                        setting.name() + " is “" + setting.text() + "”, but months are of different length.",
                        "Set it to a period of days or weeks such as P10D or P2W.");
            }
            periods.put(level, period);
        }
        return periods;
    }

    private record Setting(String name, String text) {}

    private String value(String framework, String key) {
        return setting(framework, key).text();
    }

    private Setting setting(String framework, String key) {
        String property = "tandem.mechanism." + framework + "." + key;
        String configured = environment.getProperty(property);
        if (configured != null) {
            return new Setting(property, configured);
        }
        String own = text(framework, key);
        String found = own != null ? own : text("default", key);
        if (found == null) {
            throw new IllegalStateException(FILE + ": default." + key + " is missing");
        }
        return new Setting(FILE + ": " + framework + "." + key, found);
    }

    private @Nullable String text(String framework, String key) {
        JsonNode node = root.path(framework);
        for (String part : key.split("\\.")) {
            node = node.path(part);
        }
        return node.isMissingNode() || node.asText().isBlank() ? null : node.asText();
    }
}
