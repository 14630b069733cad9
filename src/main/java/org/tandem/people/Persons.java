package org.tandem.people;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.tandem.platform.Refused;

/** All persons, active or not. */
interface Persons extends JpaRepository<Person, UUID> {

    @Query("select person from Person person join person.signInNames name where name.name = :name")
    Optional<Person> bySignInName(String name);

    @Query("select person from Person person where lower(person.email) = lower(:email)")
    Optional<Person> byEmail(String email);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select person from Person person where person.id = :id")
    Optional<Person> lockedById(UUID id);

    default Person get(PersonId id) {
        return findById(id.value()).orElseThrow(() -> Refused.notFound("people.refused.noSuchPerson"));
    }

    /** To be changed: whoever comes second waits here and then sees what the first one did. */
    default Person toChange(PersonId id) {
        return lockedById(id.value()).orElseThrow(() -> Refused.notFound("people.refused.noSuchPerson"));
    }
}
