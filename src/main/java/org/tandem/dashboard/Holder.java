package org.tandem.dashboard;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Refused;

/** On whom a task waits: the person who claimed it, or a group it is offered to while nobody has. */
record Holder(@Nullable UUID person, @Nullable MandatePattern group) {

    private static final String PERSON = "person:";

    static Holder parse(String text) {
        try {
            return text.startsWith(PERSON)
                    ? new Holder(UUID.fromString(text.substring(PERSON.length())), null)
                    : new Holder(null, MandatePattern.parse(text));
        } catch (IllegalArgumentException neither) {
            throw Refused.invalid("holder", "dashboard.refused.holder");
        }
    }

    @Override
    public String toString() {
        return person == null ? String.valueOf(group) : PERSON + person;
    }
}
