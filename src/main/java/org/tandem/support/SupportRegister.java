package org.tandem.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.tandem.cases.CaseColumns;
import org.tandem.frameworks.Framework;
import org.tandem.platform.Message;
import org.tandem.platform.register.Cell;
import org.tandem.platform.register.Choice;
import org.tandem.platform.register.Condition;
import org.tandem.platform.register.Filter;
import org.tandem.platform.register.Order;
import org.tandem.platform.register.Register;
import org.tandem.platform.web.Translator;

/** The register of support requests. */
@Configuration(proxyBeanMethods = false)
class SupportRegister {

    /** Longer questions are shortened in the table. */
    private static final int SHOWN = 120;

    static final Condition<SupportRow> UNANSWERED = Condition.oneOf("state", List.of("OPEN", "ASSIGNED"));

    @Bean
    Register<SupportRow> supportRequestsRegister(
            CaseColumns cases, Askers askers, Topics topics, Translator translator) {
        return cases.register("support", "/support", SupportRow.class)
                .machines("/support", "requests", "requests", "support-requests")
                .words("support.list.title", "support.list.empty.title", "support.list.empty.text")
                .lead("support.list.lead")
                .action(
                        "task.askForSupport",
                        "/support/ask",
                        who -> !askers.frameworksFor(who).isEmpty(),
                        "framework",
                        "area",
                        "country")
                .notes(who -> cases.readableFrameworks(who)
                        .filter(Framework::nominatesCountries)
                        .map(framework -> new Register.Note(
                                "/support/mechanism/" + framework.shortCode(),
                                translator.say("support.list.mechanism", framework.shortTitle()),
                                ""))
                        .toList())
                .filter(cases.byFramework("support.field.framework"))
                .filter(Filter.on(
                        "topic",
                        "support.field.topic",
                        "topic",
                        () -> topics.all(
                                topic -> new Choice(topic.code(), topic.name(LocaleContextHolder.getLocale())))))
                .filter(cases.byCountry("support.field.country"))
                .filter(cases.byArea("support.field.area"))
                .filter(cases.byState("support.list.state", Stream.of(SupportState.values())))
                .filter(Filter.on("useful", "support.field.rating", "rating", () -> Stream.concat(
                                Stream.of(Rating.values()).map(Enum::name), Stream.of("WAITING"))
                        .map(rating -> new Choice(rating, translator.say("support.rating." + rating)))
                        .toList()))
                .order(Order.by("newest", "support.list.sort.newest", "-askedAt"))
                .order(Order.by("since", "support.list.sort.since", "-since"))
                .order(cases.orderedByCountry("support.list.sort.country", "-askedAt"))
                .order(Order.by("topic", "support.list.sort.topic", "topic", "-askedAt"))
                .counted("support.list.count")
                .figure("unanswered", UNANSWERED)
                .figure("rated", Condition.oneOf("rating", List.of("USEFUL", "NOT_USEFUL")))
                .figure("useful", Condition.is("rating", "USEFUL"))
                .sentences(figures -> List.of(
                        Message.of("support.list.unanswered", figures.get("unanswered")),
                        Message.of("support.list.useful", figures.get("useful"), figures.get("rated"))))
                .cells(
                        "support.field.question",
                        row -> List.of(
                                Cell.link(StringUtils.abbreviate(row.question, SHOWN), "/cases/" + row.id()),
                                Cell.small(row.id())))
                .column(
                        "support.field.topic",
                        row -> Cell.text(topics.name(row.topic, LocaleContextHolder.getLocale())))
                .column("support.field.country", row -> Cell.text(cases.countryName(row)))
                .column("support.field.area", row -> Cell.text(cases.areaName(row)))
                .column("support.list.state", cases::state)
                .column("support.list.askedAt", row -> Cell.date(row.askedAt))
                .column("support.list.askedFor", row -> Cell.agency(row.openedFor()))
                .column("support.field.agency", row -> Cell.agency(row.agency))
                .column(
                        "support.field.rating",
                        row -> Cell.text(row.rating == null ? "" : translator.say("support.rating." + row.rating)))
                .data("topic", String.class, row -> row.topic)
                .data("question", String.class, row -> row.question)
                .data("askedAt", Instant.class, row -> row.askedAt)
                .data("wantedBy", LocalDate.class, row -> row.wantedBy)
                .data("askedFor", String.class, SupportRow::openedFor)
                .data("agency", String.class, row -> row.agency)
                .data("rating", String.class, row -> row.rating);
    }
}
