package org.tandem.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.MovableClock;
import org.tandem.TandemTest;
import org.tandem.Visitor;
import org.tandem.people.signin.FirstSignIns;
import org.tandem.platform.CannotStart;
import org.tandem.platform.Demo;
import org.tandem.platform.SignedInPersons;
import org.tandem.platform.web.Translator;

@TandemTest
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorModuleTests {

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    FirstSignIns links;

    @Autowired
    SignedInPersons persons;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    @AfterEach
    void reset() {
        clock.reset();
        jdbc.update("update tandem.person set password_hash = null");
    }

    @Test
    void isTheOnlyOneOnAnEmptyRoster() {
        assertThat(jdbc.queryForObject("select count(*) from tandem.person", Integer.class))
                .isOne();
        assertThat(persons.bySignInName("admin").isAdministrator()).isTrue();
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/login").body()).doesNotContain("fp.undp.a3");
        assertThat(Visitor.location(visitor.post("/login", "username", "admin", "password", "")))
                .isEqualTo("/login?error");
    }

    @Test
    void choosesThePasswordByALinkThatWorksOnce(CapturedOutput log) {
        first.run(new DefaultApplicationArguments());
        String link = log.getOut().replaceAll("(?s).*(/first-sign-in\\?token=[\\w-]+).*", "$1");
        String token = link.substring(link.indexOf('=') + 1);
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get(link).body()).contains("Your sign-in name is admin");
        HttpResponse<String> short1 =
                visitor.post("/first-sign-in", "token", token, "password", "short", "repeated", "short");
        assertThat(short1.statusCode()).isEqualTo(422);

        HttpResponse<String> done = visitor.post(
                "/first-sign-in", "token", token, "password", "four words no sense", "repeated", "four words no sense");

        assertThat(Visitor.location(done)).isEqualTo("/login?chosen");
        assertThat(visitor.follow(done).body()).contains("Your password is set");
        assertThat(Visitor.location(visitor.post("/login", "username", "admin", "password", "four words no sense")))
                .isEqualTo("/inbox");
        assertThat(new Visitor(port).get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void doesNotStartWithAPasswordThatIsGuessedFirst(@Autowired ApplicationContext context) {
        Persons nobody = mock();
        FirstAdministrator easy = new FirstAdministrator(
                new Demo(false, false),
                nobody,
                context.getBean(PersonChanges.class),
                links,
                context.getBean(PasswordEncoder.class),
                context.getBean(PasswordStrength.class),
                context.getBean(Translator.class),
                context.getBean(JdbcClient.class),
                context.getBean(TransactionTemplate.class),
                context.getEnvironment(),
                clock,
                "tandemtandem");

        assertThatThrownBy(() -> easy.run(new DefaultApplicationArguments()))
                .isInstanceOfSatisfying(CannotStart.class, report -> {
                    assertThat(report)
                            .hasMessageContaining("TANDEM_ADMIN_PASSWORD")
                            .hasMessageContaining("too easy");
                    assertThat(report.whatToDo()).contains("another password");
                });
        verify(nobody, never()).saveAndFlush(any());
    }

    @Test
    void acceptsNoOldAndNoInventedLink() {
        UUID admin = persons.bySignInName("admin").personId();
        String old = links.issue(admin);
        String expiring = links.issue(admin);
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/first-sign-in?token=" + old).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/first-sign-in?token=invented").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/first-sign-in").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/first-sign-in?token=" + expiring).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofHours(25));
        assertThat(visitor.get("/first-sign-in?token=" + expiring).statusCode()).isEqualTo(404);
    }
}
