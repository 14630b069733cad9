package org.tandem.people;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.tandem.platform.Refused;

/** All persons, active or not. */
interface Persons extends Repository<Person, UUID> {

    Optional<Person> findById(UUID id);

    Person save(Person person);

    @Query("select person from Person person join person.signInNames name where name.name = :name")
    Optional<Person> bySignInName(String name);

    default Person get(PersonId id) {
        return findById(id.value()).orElseThrow(() -> Refused.notFound("people.refused.noSuchPerson"));
    }
}
