package org.tandem.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.SignedIn;
import org.tandem.platform.SignedInPersons;

class TimesTests {

    private static final Instant NOW = Instant.parse("2026-11-21T07:02:00Z");

    @BeforeEach
    void english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
        SecurityContextHolder.clearContext();
    }

    @Test
    void tellsTimesInThePersonsZone() {
        Times times = timesIn("Asia/Bangkok");

        assertThat(times.full(NOW)).isEqualTo("21 Nov 2026, 14:02 (UTC+7)");
        assertThat(times.date(NOW)).isEqualTo("21 Nov 2026");
        assertThat(times.time(NOW)).isEqualTo("14:02");
        assertThat(times.zoneName()).isEqualTo("Asia/Bangkok (UTC+7)");
        assertThat(timesIn("UTC").zoneName()).isEqualTo("UTC");
        assertThat(timesIn("Asia/Kathmandu").full(NOW)).endsWith("(UTC+5:45)");
        assertThat(timesIn("America/St_Johns").full(NOW)).endsWith("(UTC−3:30)");
    }

    @Test
    void tellsTimesInUtcBeforeSignIn() {
        Times times = new Times(Clock.fixed(NOW, ZoneOffset.UTC), nobody(), translator());

        assertThat(times.full(NOW)).isEqualTo("21 Nov 2026, 07:02 (UTC)");
        assertThat(times.zoneId()).isEqualTo("UTC");
    }

    @Test
    void tellsTimesInThePersonsLanguage() {
        Times times = timesIn("Africa/Dakar");
        LocaleContextHolder.setLocale(Locale.FRENCH);

        assertThat(times.full(NOW)).isEqualTo("21 nov. 2026, 07:02 (UTC)");
        assertThat(times.date(LocalDate.of(2026, 3, 1))).isEqualTo("1 mars 2026");
        assertThat(times.ago(NOW.minus(Duration.ofDays(3)))).isEqualTo("il y a 3 jours");
        assertThat(times.number(1234567)).isEqualTo("1\u202f234\u202f567");
    }

    @Test
    void tellsHowLongAgo() {
        Times times = timesIn("UTC");

        assertThat(times.ago(NOW.minusSeconds(20))).isEqualTo("just now");
        assertThat(times.ago(NOW.minus(Duration.ofMinutes(1)))).isEqualTo("1 minute ago");
        assertThat(times.ago(NOW.minus(Duration.ofHours(5)))).isEqualTo("5 hours ago");
        assertThat(times.ago(NOW.minus(Duration.ofDays(1)))).isEqualTo("1 day ago");
        assertThat(times.ago(NOW.plus(Duration.ofDays(2)))).isEqualTo("in 2 days");
    }

    @Test
    void countsDueDatesInCalendarDays() {
        Times times = timesIn("Asia/Bangkok");

        assertThat(times.dueIn(NOW.plus(Duration.ofHours(9)))).isEqualTo("due today");
        assertThat(times.dueIn(NOW.plus(Duration.ofHours(10)))).isEqualTo("due tomorrow");
        assertThat(times.dueIn(NOW.plus(Duration.ofDays(5)))).isEqualTo("due in 5 days");
        assertThat(times.dueIn(NOW.minus(Duration.ofHours(1)))).isEqualTo("overdue since today");
        assertThat(times.dueIn(NOW.minus(Duration.ofDays(1)))).isEqualTo("1 day overdue");
        assertThat(times.dueIn(NOW.minus(Duration.ofDays(12)))).isEqualTo("12 days overdue");
    }

    private static Times timesIn(String zone) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("rd", "", List.of()));
        SignedInPersons persons =
                name -> new SignedIn(UUID.randomUUID(), name, name, Locale.ENGLISH, ZoneId.of(zone), List.of());
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("persons", persons);
        beans.registerBeanDefinition(
                "person",
                BeanDefinitionBuilder.rootBeanDefinition(CurrentPerson.class)
                        .addConstructorArgReference("persons")
                        .getBeanDefinition());
        return new Times(
                Clock.fixed(NOW, ZoneOffset.UTC), new Reader(beans.getBeanProvider(CurrentPerson.class)), translator());
    }

    private static Reader nobody() {
        return new Reader(new DefaultListableBeanFactory().getBeanProvider(CurrentPerson.class));
    }

    private static Translator translator() {
        return new Translator(new Messages(), new DefaultListableBeanFactory().getBeanProvider(ArgumentNaming.class));
    }
}
