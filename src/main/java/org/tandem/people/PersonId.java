package org.tandem.people;

import java.util.UUID;
import org.tandem.platform.Refused;

/** Which person; an id that is none is a person that is not there. */
public record PersonId(UUID value) {

    public static PersonId of(String text) {
        try {
            return new PersonId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Refused.notFound("people.refused.noSuchPerson");
        }
    }

    static PersonId fresh() {
        return new PersonId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
