package org.tandem.people;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.people.signin.FirstSignIns;
import org.tandem.platform.CannotStart;
import org.tandem.platform.Demo;
import org.tandem.platform.Mandate;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.web.Translator;

/**
 * An empty database gets one administrator, with the password of {@code TANDEM_ADMIN_PASSWORD} or with a link in the log.
 * As long as nobody used the link, every start writes a new one.
 */
@Component
@Order(10)
@Slf4j
class FirstAdministrator implements ApplicationRunner {

    private static final String NAME = "admin";

    private final Demo demo;
    private final Persons persons;
    private final PersonChanges changes;
    private final FirstSignIns firstSignIns;
    private final PasswordEncoder encoder;
    private final PasswordStrength strength;
    private final Translator translator;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Environment environment;
    private final Clock clock;
    private final String password;

    FirstAdministrator(
            Demo demo,
            Persons persons,
            PersonChanges changes,
            FirstSignIns firstSignIns,
            PasswordEncoder encoder,
            PasswordStrength strength,
            Translator translator,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Environment environment,
            Clock clock,
            @Value("${tandem.admin.password:}") String password) {
        this.demo = demo;
        this.persons = persons;
        this.changes = changes;
        this.firstSignIns = firstSignIns;
        this.encoder = encoder;
        this.strength = strength;
        this.translator = translator;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.environment = environment;
        this.clock = clock;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!demo.on()) {
            transaction.executeWithoutResult(status -> seeToOne());
        }
    }

    private void seeToOne() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('tandem first administrator'))")
                .query((row, number) -> 0)
                .list();
        if (persons.count() == 0) {
            create();
        }
        withoutPassword().forEach(this::writeLink);
    }

    private void create() {
        PersonDetails details = new PersonDetails("Administrator", null);
        Person admin = new Person(PersonId.fresh(), SignInName.main(NAME), details, null, clock.instant());
        MandatePattern pattern = new MandatePattern(Role.ADMINISTRATOR, Mandate.NO_AGENCY, Mandate.WORLD);
        admin.grant(pattern, null, clock.instant());
        if (!password.isBlank()) {
            admin.choosePassword(encoder.encode(accepted(admin).text()), clock.instant());
        }
        persons.saveAndFlush(admin);
        changes.add(admin.id(), null, PersonChange.What.CREATED, NAME, null, details.displayName());
        LOG.info("The roster was empty: the administrator signs in as {}", NAME);
    }

    private NewPassword accepted(Person admin) {
        try {
            NewPassword accepted = NewPassword.of(password, password);
            strength.require(accepted, admin);
            return accepted;
        } catch (Refused refused) {
            throw new CannotStart(
                    "TANDEM_ADMIN_PASSWORD (tandem.admin.password) holds no password for the first administrator: "
                            + translator.say(refused.words(), Locale.ENGLISH),
                    "Set it to another password, or leave it out: the log then holds a link to choose one by.",
                    refused);
        }
    }

    /** The first administrator only: nobody else is ever without a password and an address. */
    private List<UUID> withoutPassword() {
        return jdbc.sql("""
                        select p.id from tandem.person p join tandem.sign_in_name n on n.person_id = p.id and n.main
                         where n.name = :name and p.password_hash is null and p.email is null and p.active
                        """).param("name", NAME).query(UUID.class).list();
    }

    private void writeLink(UUID id) {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        LOG.warn(
                "To choose the administrator's password, open this once within 24 hours: http://localhost:{}/first-sign-in?token={}",
                port,
                firstSignIns.issue(id));
    }
}
