package org.tandem.people.demo;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import lombok.Getter;
import org.tandem.people.MandatePattern;

/** One account of the demo roster: a function, no invented person. Its id follows from its name, the same at every start. */
@Getter
class DemoPerson {

    private final String name;
    private final MandatePattern title;
    private final int number;
    private final Set<String> furtherNames = new LinkedHashSet<>();
    private final Set<MandatePattern> mandates = new LinkedHashSet<>();

    /** @param number which of several with the same title, 0 when there is one only */
    DemoPerson(String name, MandatePattern title, int number) {
        this.name = name;
        this.title = title;
        this.number = number;
        mandates.add(title);
    }

    void alsoHolds(MandatePattern mandate) {
        mandates.add(mandate);
    }

    void alsoSignsInAs(String furtherName) {
        furtherNames.add(furtherName);
    }

    UUID id() {
        return idOf("person " + name);
    }

    UUID mandateId(MandatePattern mandate) {
        return idOf("mandate " + name + " " + mandate.group());
    }

    private static UUID idOf(String what) {
        return UUID.nameUUIDFromBytes(("tandem demo " + what).getBytes(StandardCharsets.UTF_8));
    }
}
