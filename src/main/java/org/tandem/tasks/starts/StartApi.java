package org.tandem.tasks.starts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.web.DeclaredAddresses;
import org.tandem.platform.web.DeclaredEndpoint;
import org.tandem.platform.web.Translator;
import org.tandem.platform.web.UnfitBody;
import org.tandem.tasks.forms.FormInput;

/** Starts for machines, at the addresses they declare: the same forms, rules and rights as the pages. */
@RestController
@RequiredArgsConstructor
class StartApi implements SmartInitializingSingleton {

    private static final String CASE = "case";

    private final StartForms forms;
    private final SubmitStart submitStart;
    private final DeclaredAddresses addresses;
    private final Starts starts;
    private final CurrentPerson currentPerson;
    private final Translator translator;

    @Override
    public void afterSingletonsInstantiated() {
        for (StartForm form : forms.all()) {
            Endpoint endpoint = new Endpoint(form);
            addresses.map(
                    "POST",
                    StartAddress.pattern(form.place().api()),
                    endpoint,
                    form.place().api().contains("{caseId}") ? "submitAbout" : "submit");
            if (!form.remarksFollow().isEmpty()) {
                addresses.map("GET", StartAddress.pattern(form.place().api() + "/remarks"), endpoint, "remarks");
            }
        }
    }

    record Said(String text, List<String> cases) {}

    /** The API of one start. */
    @RequiredArgsConstructor
    private final class Endpoint implements DeclaredEndpoint {

        private final StartForm form;

        @Override
        public String module() {
            return form.place().module();
        }

        @Override
        public String operation(String method) {
            return module() + "." + form.place().key() + (method.equals("remarks") ? "Remarks" : "");
        }

        /** What is to know of answers before they are sent, in the words of the page. */
        @ResponseBody
        List<Said> remarks(@RequestParam MultiValueMap<String, String> answers) {
            Map<String, List<String>> typed = new LinkedHashMap<>(answers);
            Start start = starts.begin(form, answers.getFirst(CASE), FormInput.of(typed), currentPerson.get());
            form.mayOpen(start);
            return form.remarks(start).stream()
                    .map(remark -> new Said(translator.say(remark.words()), remark.cases()))
                    .toList();
        }

        @ResponseBody
        ResponseEntity<Map<String, Object>> submit(@RequestBody Map<String, Object> values) {
            return begun(null, values);
        }

        @ResponseBody
        ResponseEntity<Map<String, Object>> submitAbout(
                @PathVariable String caseId, @RequestBody Map<String, Object> values) {
            return begun(caseId, values);
        }

        private ResponseEntity<Map<String, Object>> begun(@Nullable String caseId, Map<String, Object> values) {
            Map<String, Object> named = named(values);
            Object about = named.remove(CASE);
            form.translate(named);
            FormInput input = FormInput.ofValues(named).orElse(forms.form(form).defaults());
            Started started = submitStart.submit(
                    form,
                    caseId == null && about != null ? about.toString() : caseId,
                    null,
                    input,
                    currentPerson.get());
            ResponseEntity.BodyBuilder answer =
                    ResponseEntity.status(form.place().apiStatus());
            return started.answer().isEmpty() ? answer.build() : answer.body(started.answer());
        }

        /** By the names of the form; a name it does not know, or a list where one answer is meant, is a mistake of the program. */
        private Map<String, Object> named(Map<String, Object> values) {
            Map<String, Object> named = new LinkedHashMap<>();
            values.forEach((sent, value) -> {
                String name = form.alsoCalled().getOrDefault(sent, sent);
                boolean known = name.equals(CASE) && form.isAboutACase()
                        || form.alsoTaken().contains(name)
                        || forms.form(form).knows(name);
                if (!known) {
                    throw UnfitBody.unknown(sent);
                }
                if (value != null && !forms.form(form).takes(name, value)) {
                    throw UnfitBody.wrongType(sent);
                }
                named.put(name, value);
            });
            return named;
        }
    }
}
