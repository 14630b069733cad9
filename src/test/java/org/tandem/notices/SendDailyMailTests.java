package org.tandem.notices;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.util.ReflectionTestUtils;
import org.tandem.MovableClock;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.people.Mailboxes;
import org.tandem.platform.LastRuns;
import org.tandem.platform.SignedInPersons;

/** Who gets a mail, when, and how often? */
@ProcessTest
class SendDailyMailTests {

    private static final String READER = "fp.ilo.a3";

    @Autowired
    Roads roads;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    SignedInPersons persons;

    @Autowired
    MailText text;

    @Autowired
    LastRuns lastRuns;

    private final SmallMailServer server = new SmallMailServer();
    private SendDailyMail daily;

    @BeforeEach
    void open() {
        daily = sendingTo(server.port());
        jdbc.sql("delete from tandem.daily_mail").update();
        roads.nominated();
        prefer(READER, "en", "UTC");
        at("08:00");
    }

    @AfterEach
    void leave() {
        server.close();
        clock.reset();
        jdbc.sql(
                        "update tandem.person set email = null, daily_mail = true, language = 'en', zone = 'UTC' where email like '%@example.org'")
                .update();
    }

    @Test
    void tellsOnceADayWhatWaits() throws Exception {
        daily.run();
        daily.run();

        assertThat(server.mails()).hasSize(1);
        MimeMessage mail = read(0);
        assertThat(mail.getSubject()).matches("(One task awaits|\\d+ tasks await) you");
        assertThat(mail.getContent().toString())
                .contains("Agree to the nomination, due on ", "/agreeNomination?_task=", "/profile")
                .doesNotContain("??", "{0}");

        clock.advance(Duration.ofDays(1));
        daily.run();
        assertThat(server.mails()).hasSize(2);
    }

    @Test
    void speaksTheLanguageOfTheReader() throws Exception {
        prefer(READER, "fr", "UTC");
        daily.run();

        assertThat(read(0).getSubject()).contains("vous attend");
        assertThat(read(0).getContent().toString()).contains("échéance le ").doesNotContain("due on");
    }

    @Test
    void waitsForTheMorningOfTheReader() {
        prefer(READER, "en", "America/Lima");
        daily.run();
        assertThat(server.mails()).isEmpty();

        at("12:30");
        daily.run();
        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void tellsNobodyWhoDoesNotWantItAndNobodyForWhomNothingWaits() {
        jdbc.sql("update tandem.person set daily_mail = false where email like '%@example.org'")
                .update();
        prefer("observer", "en", "UTC");
        daily.run();

        assertThat(server.mails()).isEmpty();
    }

    @Test
    void losesNothingWhileTheServerIsAway() {
        SmallMailServer away = new SmallMailServer();
        away.close();
        sendingTo(away.port()).run();
        assertThat(lastRuns.trouble(SendDailyMail.WORK)).isPresent();

        daily.run();
        assertThat(server.mails()).hasSize(1);
        assertThat(lastRuns.trouble(SendDailyMail.WORK)).isEmpty();
    }

    @Test
    void oneRefusedAddressStopsNobodyElse() {
        prefer("fp.ilo.a3.2", "en", "UTC");
        server.refuse(READER + "@");
        daily.run();
        daily.run();

        assertThat(server.mails()).singleElement().asString().contains("RCPT TO:<fp.ilo.a3.2@example.org>");
    }

    private SendDailyMail sendingTo(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        SendDailyMail sending = new SendDailyMail(mailboxes, persons, text, sender, jdbc, lastRuns, clock);
        ReflectionTestUtils.setField(sending, "from", "tandem@example.org");
        ReflectionTestUtils.setField(sending, "at", "07:00");
        return sending;
    }

    private void prefer(String name, String language, String zone) {
        jdbc.sql(
                        "update tandem.person set email = ?, language = ?, zone = ? where id = (select person_id from tandem.sign_in_name where name = ?)")
                .params(List.of(name + "@example.org", language, zone, name))
                .update();
    }

    private void at(String time) {
        clock.stopAt(Instant.now()
                .plus(1, ChronoUnit.DAYS)
                .atZone(ZoneOffset.UTC)
                .with(LocalTime.parse(time))
                .toInstant());
    }

    private MimeMessage read(int number) throws Exception {
        String raw = server.mails().get(number).replaceFirst("(?s)^RCPT[^\n]*\n", "");
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
    }
}
