package org.tandem.tasks.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tandem.tasks.forms.Forms.decision;
import static org.tandem.tasks.forms.Forms.field;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** What the reader sees. */
class RenderedFormTests {

    private final StaticMessageSource messages = new StaticMessageSource();

    RenderedFormTests() {
        messages.setParentMessageSource(Forms.messages());
        messages.setAlwaysUseMessageFormat(true);
    }

    private final FormDefinition form = Forms.of(
            "{'type':'text','id':'T','text':'# Please read\\nTwice.\\n- one\\n- two'}",
            decision(),
            field(
                    "textarea",
                    "reason",
                    ",'description':'Both sides read this.','validate':{'required':true,'maxLength':4000}"
                            + ",'conditional':{'hide':'=decision != \\\"DECLINE\\\"'}"),
            field("textfield", "mail", ",'validate':{'validationType':'email'}"),
            field("number", "amount", ",'decimalDigits':0,'validate':{'min':0},'appearance':{'suffixAdorner':'USD'}"),
            field("checkbox", "sure", ",'defaultValue':true"),
            field("select", "country", ",'valuesKey':'countries'"),
            field("checklist", "areas", ",'values':[" + Forms.option("A1") + "," + Forms.option("A2") + "]"),
            field("datetime", "day", ",'disallowPassedDates':true"),
            field("datetime", "moment", ",'subtype':'datetime'"),
            "{'type':'separator','id':'S'}",
            "{'type':'spacer','id':'P'}",
            "{'type':'group','id':'G','path':'budget','label':'Budget','components':["
                    + field("textfield", "line", ",'readonly':true") + "]}",
            field("textfield", "third", ",'conditional':{'hide':'=parties < 3'}"));

    private final FormContext context = Forms.CONTEXT
            .withOptions("countries", List.of(new Option("VNM", "Viet Nam"), new Option("SOM", "Somalia")))
            .withFact("parties", 2);

    @Test
    void putsEachAnswerInItsPlace() {
        RenderedForm rendered = form.render(
                FormInput.ofValues(Map.of(
                        "decision",
                        "DECLINE",
                        "country",
                        "SOM",
                        "areas",
                        List.of("A2"),
                        "moment",
                        "2026-12-31T07:30:00Z",
                        "budget",
                        Map.of("line", "Travel"))),
                context,
                messages);

        assertThat(shown(rendered, "decision").options())
                .extracting(option -> option.id(), option -> option.checked())
                .containsExactly(tuple("decision", false), tuple("decision-2", true), tuple("decision-3", false));
        assertThat(shown(rendered, "country").options().get(1).checked()).isTrue();
        assertThat(shown(rendered, "areas").options().get(1).checked()).isTrue();
        assertThat(shown(rendered, "moment").value()).isEqualTo("2026-12-31T14:30");
        assertThat(shown(rendered, "budget.line").value()).isEqualTo("Travel");
        assertThat(shown(rendered, "budget.line").readonly()).isTrue();
        assertThat(shown(rendered, "sure").ticked()).isFalse();
        assertThat(shown(rendered, "reason").shownWhen()).isEqualTo("decision=DECLINE");
        assertThat(shown(rendered, "day").earliest()).isEqualTo("2026-11-21");
        assertThat(shown(rendered, "amount").inputmode()).isEqualTo("numeric");
        assertThat(rendered.all()).extracting(RenderedField::name).doesNotContain("third");
    }

    @Test
    void leavesOutWhatAFactHidesAndTellsTheBrowserTheRest() {
        FormDefinition split = Forms.of(
                Forms.decision(),
                Forms.field("checkbox", "sure", ""),
                Forms.field(
                        "textarea",
                        "reason",
                        ",'conditional':{'hide':'=decision != \\\"DECLINE\\\" or decides != true or sure = true'}"));

        for (boolean decides : List.of(true, false)) {
            RenderedForm rendered =
                    split.render(FormInput.empty(), Forms.CONTEXT.withFact("decides", decides), messages);
            assertThat(rendered.all().filter(field -> field.name().equals("reason")))
                    .extracting(RenderedField::shownWhen)
                    .containsExactlyElementsOf(decides ? List.of("decision=DECLINE&sure!=true") : List.of());
        }
    }

    @Test
    void fillsInDefaultsWhenAsked() {
        assertThat(shown(form.render(form.defaults(), context, messages), "sure")
                        .ticked())
                .isTrue();
    }

    @Test
    void speaksTheLanguageOfTheReader() {
        messages.addMessage("form.tryIt.reason.label", Locale.FRENCH, "Motif");
        messages.addMessage("form.tryIt.decision.option.DECLINE", Locale.FRENCH, "Refuser l’idée");
        FormContext french =
                new FormContext(context.now(), context.zone(), Locale.FRENCH, context.facts(), context.options());

        RenderedForm rendered = form.render(form.check(Forms.input("decision", "DECLINE"), french), french, messages);

        assertThat(shown(rendered, "reason").label()).isEqualTo("Motif");
        assertThat(shown(rendered, "reason").hint()).isEqualTo("Both sides read this.");
        assertThat(shown(rendered, "decision").options().get(1).label()).isEqualTo("Refuser l’idée");
        assertThat(shown(rendered, "reason").error())
                .isEqualTo("«\u202fMotif\u202f»\u202f: veuillez remplir ce champ.");
    }

    @Test
    void showsEveryErrorWithALinkAndLosesNothing() {
        FormInput sent = Forms.input(
                "decision", "DECLINE", "reason", "<b>\u0007", "mail", "nobody", "amount", "ten", "forged", "x");

        RenderedForm rendered = form.render(form.check(sent, context), context, messages);

        assertThat(rendered.errors())
                .extracting(RenderedForm.RenderedError::href)
                .containsExactly("#reason", "#mail", "#amount", "");
        assertThat(rendered.errors().get(1).text())
                .isEqualTo("“The mail”: this is not an e-mail address. Write it like name@example.org.");
        assertThat(shown(rendered, "amount").value()).isEqualTo("ten");
        assertThat(shown(rendered, "reason").describedBy()).isEqualTo("reason-hint reason-error reason-count");
    }

    @Test
    void becomesAPageThatWorksWithoutAScript() {
        FormInput sent = Forms.input("decision", "DECLINE", "reason", "", "mail", "\"><script>", "country", "VNM");

        String page = page(form.render(form.check(sent, context), context, messages));

        assertThat(page)
                .contains("href=\"#reason\"")
                .contains("data-shown-when=\"decision=DECLINE\"")
                .contains("<label for=\"reason\">")
                .contains("aria-describedby=\"reason-hint reason-error reason-count\"")
                .contains("id=\"reason-error\"")
                .contains("<span id=\"reason-left\">4,000</span> characters left")
                .contains("data-maxlength=\"4000\" data-counter=\"reason-left\"")
                .contains("type=\"radio\" id=\"decision-2\" name=\"decision\" value=\"DECLINE\" checked=\"checked\"")
                .contains("<option value=\"VNM\" selected=\"selected\">Viet Nam</option>")
                .contains("type=\"date\"")
                .contains("min=\"2026-11-21\"")
                .contains("type=\"datetime-local\"")
                .contains("name=\"budget.line\"")
                .contains("<h2>Please read</h2>")
                .contains("<li>two</li>")
                .contains("(optional)")
                .doesNotContain("<script")
                .doesNotContain("th:")
                .doesNotContain("??");
        assertThat(page).containsOnlyOnce("aria-describedby=\"mail-error\"");
    }

    @Test
    void addsAndRemovesRowsByButtonsThatSendTheForm() {
        FormDefinition list =
                Forms.of("{'type':'dynamiclist','id':'L','path':'budget','label':'Budget','isRepeating':true,"
                        + "'properties':{'minRows':'1'},'components':[" + field("number", "amount", "") + "]}");
        FormInput two = list.withRows(Forms.input("budget.0.amount", "x"), "add:budget");

        String page = page(list.render(list.check(two, context), context, messages));

        assertThat(page)
                .contains("<input type=\"hidden\" name=\"budget\" value=\"\">")
                .contains("<input type=\"hidden\" name=\"budget\" value=\"1\">")
                .contains("href=\"#budget-0-amount\"")
                .contains("id=\"budget-0-amount\" name=\"budget.0.amount\" value=\"x\"")
                .contains("<legend>Row 2</legend>")
                .contains("name=\"_row\" value=\"remove:budget.1\">Remove row 2 of “Budget”</button>")
                .contains("name=\"_row\" value=\"add:budget\">Add a row to “Budget”</button>");
        // Enter in a field sends the form; it presses none of these buttons.
        assertThat(page.indexOf("<button"))
                .isEqualTo(page.indexOf("<button class=\"visually-hidden\" tabindex=\"-1\""));
        assertThat(page(list.render(FormInput.empty(), context, messages))).doesNotContain("remove:");
    }

    @Test
    void picksFromAListAndCountsWords() {
        FormDefinition form = Forms.of(
                field("select", "country", ",'properties':{'picker':'country'}"),
                field("number", "budget", ",'properties':{'currency':'USD'}"),
                field("textfield", "title", ",'properties':{'maxWords':'20'}"));
        FormInput typed = Forms.input("country", "VNM", "budget", "1234", "title", "Two words");

        assertThat(page(form.render(typed, context, messages)))
                .contains("value=\"Viet Nam\" list=\"country-options\"")
                .contains("<option value=\"Somalia\"></option>")
                .contains("value=\"1,234.00\"")
                .contains("<span>USD</span>")
                .contains("data-maxwords=\"20\" data-counter=\"title-left\"")
                .contains("<span id=\"title-left\">18</span> words left");
    }

    private String page(RenderedForm rendered) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(messages);
        Context model = new Context(Locale.ENGLISH, Map.of("form", rendered));
        return engine.process("tasks/form", java.util.Set.of("summary"), model)
                + engine.process("tasks/form", java.util.Set.of("fields"), model);
    }

    private static RenderedField shown(RenderedForm form, String name) {
        return form.all().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
    }
}
