package org.tandem.frameworks;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.tandem.platform.Role;

/**
 * The body both sides go to with what neither country nor region could settle (R-030, S-029). The founding documents leave open
 * who sits in it and how fast it answers (O-02): all of it is configuration.
 *
 * @param members roles that decide, each for their own agency
 * @param clears role that clears joint proposals, each for its own agency
 * @param limits by level of a divergence: after how long its steps count as overdue
 * @param reminders by level: how long before that the reminder comes
 */
public record JointMechanism(
        String framework, List<Role> members, Role clears, Map<String, Period> limits, Map<String, Period> reminders) {}
