package org.tandem.people.demo;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.countries.Agencies;
import org.tandem.countries.Countries;
import org.tandem.frameworks.Frameworks;
import org.tandem.funds.Fund;
import org.tandem.funds.Funds;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.Demo;
import org.tandem.platform.reference.ReferenceFiles;

/**
 * Writes the demo roster when it is wanted. What is there already stays as it is: an ended mandate stays ended over
 * restarts, and a framework added later gets its people at the next start. When it is not wanted, the accounts of an
 * earlier start lose the password everybody knows, before anybody looks for an administrator.
 */
@Component
@Order(5)
@Slf4j
class DemoRoster implements ApplicationRunner {

    private final Demo demo;
    private final List<DemoPerson> wanted;
    private final Roster roster;
    private final DemoPasswords passwords;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoRoster(
            Demo demo,
            Frameworks frameworks,
            Agencies agencies,
            Countries countries,
            Funds funds,
            ReferenceFiles files,
            Roster roster,
            DemoPasswords passwords,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.demo = demo;
        this.roster = roster;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        CountryOfficeRules offices = CountryOfficeRules.read(files.folder("demo"), countries);
        List<String> codes = funds.all().stream().map(Fund::code).toList();
        this.wanted = List.copyOf(new DemoPlan(frameworks.all(), agencies, countries, offices, codes).persons());
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            if (demo.on()) {
                write(wanted);
            } else {
                passwords.takeFrom(wanted);
            }
        });
    }

    List<DemoPerson> wanted() {
        return wanted;
    }

    private void write(Collection<DemoPerson> all) {
        jdbc.queryForList("select pg_advisory_xact_lock(hashtext('tandem demo roster'))");
        Set<String> taken = namesOfOthers(all);
        List<DemoPerson> ours =
                all.stream().filter(person -> !taken.contains(person.name())).toList();
        Set<UUID> known = new HashSet<>(jdbc.queryForList("select id from tandem.person", UUID.class));
        List<DemoPerson> missing =
                ours.stream().filter(person -> !known.contains(person.id())).toList();
        writePersons(missing);
        passwords.giveBackTo(ours);
        writeNames(ours);
        writeMandates(ours);
        if (!missing.isEmpty()) {
            LOG.info("Demo roster: {} accounts added, password {}", missing.size(), DemoPasswords.PASSWORD);
        }
    }

    private Set<String> namesOfOthers(Collection<DemoPerson> wanted) {
        Set<UUID> ids = new HashSet<>(wanted.stream().map(DemoPerson::id).toList());
        Set<String> taken = new HashSet<>();
        jdbc.query("select name, person_id from tandem.sign_in_name", row -> {
            if (!ids.contains(row.getObject("person_id", UUID.class))) {
                taken.add(row.getString("name"));
            }
        });
        return taken;
    }

    private void writePersons(List<DemoPerson> missing) {
        if (missing.isEmpty()) {
            return;
        }
        String hash = passwords.hash();
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                "insert into tandem.person (id, display_name, password_hash, created_at, changed_at) values (?, ?, ?, ?, ?)",
                missing,
                200,
                (row, person) -> {
                    row.setObject(1, person.id());
                    row.setString(2, titleOf(person));
                    row.setString(3, hash);
                    row.setTimestamp(4, now);
                    row.setTimestamp(5, now);
                });
    }

    private String titleOf(DemoPerson person) {
        String title = roster.describeHolder(person.title(), Locale.ENGLISH);
        return person.number() == 0 ? title : title + " (" + person.number() + ")";
    }

    private void writeNames(List<DemoPerson> ours) {
        List<Object[]> names = new ArrayList<>();
        for (DemoPerson person : ours) {
            names.add(new Object[] {person.name(), person.id(), true});
            person.furtherNames().forEach(name -> names.add(new Object[] {name, person.id(), false}));
        }
        jdbc.batchUpdate(
                "insert into tandem.sign_in_name (name, person_id, main) values (?, ?, ?) on conflict do nothing",
                names);
    }

    private void writeMandates(List<DemoPerson> ours) {
        Timestamp now = Timestamp.from(clock.instant());
        List<Object[]> mandates = new ArrayList<>();
        for (DemoPerson person : ours) {
            for (MandatePattern mandate : person.mandates()) {
                mandates.add(new Object[] {
                    person.mandateId(mandate),
                    person.id(),
                    mandate.role().code(),
                    mandate.agency(),
                    mandate.scopeKind().name(),
                    mandate.scope(),
                    now
                });
            }
        }
        jdbc.batchUpdate("""
                insert into tandem.mandate (id, person_id, role, agency, scope_kind, scope, granted_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """, mandates);
    }
}
