package org.tandem.notices;

import jakarta.mail.SendFailedException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tandem.people.Mailboxes;
import org.tandem.people.Mailboxes.Mailbox;
import org.tandem.platform.LastRuns;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedInPersons;

/**
 * One mail a day to each person for whom something waits, where a mail server is configured; on whichever node comes first.
 * A person's day is taken before the mail is sent, so that no crash sends it twice; a server that does not answer gives it
 * back, and the next run tries again.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
@RequiredArgsConstructor
@Slf4j
class SendDailyMail {

    /** As it is called in {@link LastRuns}. */
    static final String WORK = "daily-mail";

    private final Mailboxes mailboxes;
    private final SignedInPersons persons;
    private final MailText text;
    private final JavaMailSender sender;
    private final JdbcClient jdbc;
    private final LastRuns lastRuns;
    private final Clock clock;

    @Value("${tandem.mail.from}")
    private String from;

    @Value("${tandem.mail.at}")
    private String at;

    @Scheduled(fixedDelayString = "${tandem.mail.every}", initialDelayString = "${tandem.mail.first}")
    void run() {
        String trouble = null;
        for (Mailbox mailbox : mailboxes.ofWilling()) {
            ZonedDateTime there = ZonedDateTime.now(clock.withZone(mailbox.zone()));
            if (there.toLocalTime().isBefore(LocalTime.parse(at)) || !take(mailbox, there)) {
                continue;
            }
            try {
                send(mailbox);
            } catch (MailException unsent) {
                trouble = unsent.getClass().getSimpleName();
                if (isForGood(unsent)) {
                    LOG.warn("The mail server does not take the address of person {}", mailbox.person());
                    continue;
                }
                giveBack(mailbox);
                LOG.warn("The mail server did not take a mail ({}); it is tried again", trouble);
                if (unsent.getCause() != null) {
                    break; // no connection: it is the same for everybody
                }
            } catch (RuntimeException fault) {
                LOG.error("The mail of the day for person {} could not be written", mailbox.person(), fault);
                trouble = mailbox.person().toString();
            }
        }
        lastRuns.ran(WORK, trouble);
    }

    /** Only one node gets a person's day, and each day once. */
    private boolean take(Mailbox mailbox, ZonedDateTime there) {
        return jdbc.sql("""
                        insert into tandem.daily_mail as d (person, taken_on) values (:person, :day)
                        on conflict (person) do update set taken_on = excluded.taken_on where d.taken_on < excluded.taken_on""")
                        .param("person", mailbox.person())
                        .param("day", there.toLocalDate())
                        .update()
                == 1;
    }

    private void send(Mailbox mailbox) {
        try {
            text.of(persons.bySignInName(mailbox.signInName())).ifPresent(mail -> {
                SimpleMailMessage message = new SimpleMailMessage();
                message.setFrom(from);
                message.setTo(mailbox.address());
                message.setSubject(mail.subject());
                message.setText(mail.text());
                sender.send(message);
            });
        } catch (Refused goneMeanwhile) {
            LOG.debug("Person {} is not active any more", mailbox.person());
        }
    }

    /** The address is none that the server takes; tomorrow it is tried again. */
    private static boolean isForGood(MailException unsent) {
        return unsent instanceof MailSendException refused
                && refused.getFailedMessages().values().stream()
                        .anyMatch(why -> why instanceof SendFailedException failed
                                && failed.getInvalidAddresses() != null
                                && failed.getInvalidAddresses().length > 0);
    }

    private void giveBack(Mailbox mailbox) {
        jdbc.sql("update tandem.daily_mail set taken_on = taken_on - 1 where person = ?")
                .param(mailbox.person())
                .update();
    }
}
