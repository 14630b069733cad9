package org.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.Caller;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.cases.AttachmentKinds;
import org.tandem.cases.Attachments;
import org.tandem.cases.CaseId;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.SentFile;
import org.tandem.tasks.forms.FormDefinition;
import org.tandem.tasks.forms.FormInput;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.InvalidForm;

/** Files that come with a form: kept at once, lost by no error, with the case once the form is sent. */
@ProcessTest
class FormFilesTests {

    private static final String GROUP = "focal-point:UNDP:FFA-A7";

    private final FormDefinition form = FormDefinition.parse("""
            {"type": "default", "id": "tryIt", "schemaVersion": 18, "components": [
              {"type": "filepicker", "id": "f", "key": "letters", "label": "Letters", "multiple": true,
               "properties": {"kind": "letter"}},
              {"type": "textfield", "id": "w", "key": "why", "label": "Why", "validate": {"required": true}}]}""", "forms/test/tryIt.form");

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Roads roads;

    @Autowired
    FormFiles files;

    @Autowired
    FormContexts contexts;

    @Autowired
    Attachments attachments;

    @Autowired
    AttachmentKinds kinds;

    @Autowired
    MessageSource messages;

    @Test
    void areKeptWhateverElseIsWrongAndAttachedOnce() {
        SignedIn sender = person("fp.undp.a7");
        FormInput typed = files.receive(
                form, FormInput.empty(), Map.of("_file.letters", List.of(file("one.pdf", "%PDF-1.4 one"))), sender);

        assertThatThrownBy(() -> form.check(typed, contexts.of(sender, form)).orRefuse())
                .isInstanceOfSatisfying(InvalidForm.class, refused -> {
                    assertThat(refused.errors())
                            .singleElement()
                            .extracting("field")
                            .isEqualTo("why");
                    assertThat(refused.input().asMap().get("letters")).hasSize(1);
                });
        FormValues sent =
                form.check(typed.plus("why", "So"), contexts.of(sender, form)).orRefuse();
        String id = roads.inArea("A7").nominated();
        attachments.take(new CaseId(id), sent.files("letters"), sender, GROUP);
        attachments.take(new CaseId(id), sent.files("letters"), sender, GROUP);

        JsonNode letters =
                Caller.of(http, "fp.ilo.a7").get("/api/cases/" + id).getBody().at("/letters");
        assertThat(letters).hasSize(1);
        assertThat(letters.at("/0/kind").asText()).isEqualTo("letter");
        assertThat(letters.at("/0/actingAs").asText()).isEqualTo(GROUP);
        assertThat(http.withBasicAuth("fp.ilo.a7", "tandem")
                        .getForObject(
                                "/api/cases/" + id + "/letters/"
                                        + letters.at("/0/id").asText(),
                                String.class))
                .isEqualTo("%PDF-1.4 one");
        assertThat(form.check(typed.plus("why", "So"), contexts.of(sender, form))
                        .errors())
                .extracting(error -> error.words().key())
                .containsExactly("tasks.form.error.fileGone");
    }

    @Test
    void areRefusedBesideTheirFieldAndTheOthersStay() {
        SignedIn sender = person("fp.undp.a7");

        assertThatThrownBy(() -> files.receive(
                        form,
                        FormInput.of(Map.of("why", List.of("typed"))),
                        Map.of("_file.letters", List.of(file("good.pdf", "%PDF-1.4"), file("bad.pdf", "<html>"))),
                        sender))
                .isInstanceOfSatisfying(InvalidForm.class, refused -> {
                    assertThat(refused.errors()).singleElement().satisfies(error -> {
                        assertThat(error.field()).isEqualTo("letters");
                        assertThat(error.words().key()).isEqualTo("cases.attachment.letter.wrongType");
                    });
                    assertThat(refused.input().asMap()).containsEntry("why", List.of("typed"));
                    assertThat(refused.input().asMap().get("letters")).hasSize(1);
                });
    }

    @Test
    void belongToTheirSenderAlone() {
        SignedIn sender = person("fp.undp.a7");
        SignedIn other = person("fp.ilo.a7");
        FormInput typed = files.receive(
                form,
                FormInput.of(Map.of("why", List.of("So"))),
                Map.of("_file.letters", List.of(file("mine.pdf", "%PDF-1.4 mine"))),
                sender);
        UUID mine = UUID.fromString(typed.asMap().get("letters").get(0));
        String id = roads.inArea("A7").nominated();

        assertThat(form.check(typed, contexts.of(other, form)).isClean()).isFalse();
        attachments.take(new CaseId(id), List.of(mine), other, GROUP);

        assertThat(attachments.of(new CaseId(id))).isEmpty();
        assertThat(form.check(typed, contexts.of(sender, form)).isClean()).isTrue();
    }

    @Test
    void areSentByMachinesBeforeTheForm() {
        Caller sender = Caller.of(http, "fp.undp.a7");

        assertThat(sender.upload("/api/uploads?kind=letter", "file", "a.pdf", "%PDF-1.7")
                        .getBody()
                        .at("/id")
                        .asText())
                .hasSize(36);
        assertThat(sender.upload("/api/uploads?kind=letter", "file", "a.pdf", "no")
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(sender.upload("/api/uploads?kind=nothing", "file", "a.pdf", "%PDF-1.7")
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void haveWordsForEveryKindInEveryLanguage() {
        for (String kind : kinds.kinds().keySet()) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                for (String words : List.of(
                        "cases.attachment." + kind + ".tooMany",
                        "cases.attachment." + kind + ".tooLarge",
                        "cases.attachment." + kind + ".wrongType",
                        "cases.history." + kind)) {
                    assertThat(messages.getMessage(words, new Object[] {1}, language))
                            .isNotBlank();
                }
            }
        }
    }

    private SignedIn person(String signInName) {
        UUID id = jdbc.sql("select person_id from tandem.sign_in_name where name = ?")
                .param(signInName)
                .query(UUID.class)
                .single();
        return new SignedIn(id, signInName, signInName, Locale.ENGLISH, ZoneOffset.UTC, List.of());
    }

    private static SentFile file(String name, String content) {
        return new SentFile(name, content.getBytes(StandardCharsets.UTF_8));
    }
}
