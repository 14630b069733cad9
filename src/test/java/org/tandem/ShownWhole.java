package org.tandem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;
import org.tandem.people.MandatePattern;
import org.tandem.people.PersonName;
import org.tandem.people.Roster;

/**
 * Opens pages in one language, and their twins for machines, and notes whatever is not answered or not said in words. What there
 * is very much of, cases and tasks and people, is opened in one of two languages in {@code make test}, at full scale in both.
 */
final class ShownWhole {

    /** What people have written that looks like something of ours. */
    private static final List<String> TYPED =
            List.of("group:focal-point:UNDP:FFA-A3", "group:x", "{0} agency:UNDP #{x}", "{0} agency:UNDP", "{0}");

    private final OldData old;
    private final String language;
    private final JdbcClient jdbc;
    private final Roads roads;
    private final Pattern raw = Pattern.compile("\\?\\?\\S+\\?\\?|\\{\\d}|\\b(?:" + bundles()
            + ")\\.[a-z][A-Za-z]+(?:\\.[A-Za-z_-]+)+|\\b[a-z]{3,}:[A-Z]{2,}\\b");
    private final Map<String, Visitor> visitors = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> unknown;
    private int pages;

    ShownWhole(OldData old, String language) {
        this.language = language;
        this.old = old;
        this.jdbc = old.bean(JdbcClient.class);
        this.roads = old.roads();
        this.unknown = texts("select n.name from tandem.sign_in_name n join tandem.person p on p.id = n.person_id"
                + " where p.must_change_password or not p.active");
    }

    List<String> wrong() {
        return wrong;
    }

    int pages() {
        return pages;
    }

    void everyCase() {
        for (String id : mine("select id from tandem.case_file order by id")) {
            for (String reader : List.of("observer", coordinator(id))) {
                page(reader, "/cases/" + id);
                page(reader, "/cases/" + id + "/diagram");
                if (id.matches(".*-D\\d+")) {
                    page(reader, "/divergence/" + id);
                    machine(reader, "/api/divergence/" + id);
                }
                machine(reader, "/api/cases/" + id);
            }
            machine(coordinator(id), "/api/cases/" + id).at("/letters").forEach(letter -> letter(id, letter));
        }
    }

    private void letter(String id, JsonNode letter) {
        String file = new String(visitor(coordinator(id))
                .download("/cases/" + id + "/letters/" + letter.get("id").asText()));
        if (!file.startsWith("%PDF")) {
            wrong.add("letter of " + id);
        }
    }

    /** Why a task cannot be done at this moment: its case is paused or waits, or somebody else has it. */
    private static final Set<String> OBSTACLES =
            Set.of("cases.refused.suspended", "cases.refused.waiting", "tasks.refused.claimedBy");

    /** By everybody it is offered to through a mandate of its own, with what they have typed so far. */
    void everyOpenTask() {
        for (String id : mine("select distinct case_id from tandem.task where state = 'OPEN' order by 1")) {
            for (Roads.Open task : roads.open(id)) {
                for (String group : task.offers()) {
                    holders(group).stream().limit(1).forEach(person -> task(person, id, task));
                }
            }
        }
    }

    private void task(String person, String id, Roads.Open task) {
        String address = Roads.address(id, task.key());
        String shown = page(person, address.replaceFirst("/api", "") + "?_task=" + task.id());
        ResponseEntity<JsonNode> asked = roads.as(person).get(address + "?task=" + task.id());
        if (OBSTACLES.contains(asked.getBody().path("code").asText())) {
            // What was typed waits with the task, until it can be done again.
            if (shown.contains("name=\"_form\"")) {
                wrong.add(address + " shows a form that cannot be sent");
            }
            return;
        }
        machine(person, address + "?task=" + task.id());
        List<String> typed = texts("select e.value #>> '{0}' from tandem.form_draft d, jsonb_each(d.typed) e"
                + " where d.task_id = '" + task.id() + "' and d.person = ("
                + "select person_id from tandem.sign_in_name where name = '" + person + "')");
        typed.stream().filter(text -> !shown.contains(text)).forEach(text -> wrong.add(address + " lost " + text));
    }

    void everyInboxAndView() {
        for (String person :
                texts("select distinct n.name from tandem.sign_in_name n join tandem.mandate m using (person_id)"
                        + " join tandem.task_offer o on (o.role, o.agency, o.scope) = (m.role, m.agency, m.scope)"
                        + " where n.main and m.ended_at is null order by 1")) {
            if (unknown.contains(person)) {
                continue;
            }
            page(person, "/inbox");
            machine(person, "/api/inbox");
            String next = "";
            for (int number = 0; number < 4 && next != null; number++) {
                page(person, "/inbox/changes" + next);
                JsonNode following =
                        machine(person, "/api/inbox/changes" + next).path("next");
                next = following.isTextual() ? "?before=" + following.asText() : null;
            }
        }
        jdbc.sql("select n.name, v.query, v.name as view from tandem.saved_view v"
                        + " join tandem.sign_in_name n on n.person_id = v.person and n.main")
                .query()
                .listOfRows()
                .forEach(
                        view -> view((String) view.get("name"), (String) view.get("query"), (String) view.get("view")));
    }

    private void view(String person, String query, String name) {
        String shown = page(person, "/inbox?" + query);
        machine(person, "/api/inbox?" + query);
        if (!machine(person, "/api/inbox/views").findValuesAsText("name").contains(name) || !shown.contains(name)) {
            wrong.add("view " + name + " of " + person);
        }
    }

    void everyList() {
        for (String reader :
                List.of("observer", "coord.undp", "coord.ilo", "rd.undp.rbap", "fp.undp.a3", "coord.aqua")) {
            Stream.of("/selection", "/support", "/divergence", "/dashboard", "/selection/nominate")
                    .filter(address -> reader.matches("(fp|coord)\\..*") || !address.endsWith("nominate"))
                    .forEach(address -> page(reader, address));
            Stream.of("/api/selection/cases", "/api/support", "/api/divergence", "/api/dashboard/figures")
                    .forEach(address -> machine(reader, address));
        }
        for (String address : List.of("/operations", "/models", "/models/vetting", "/people", "/tasks/projection")) {
            page("admin", address);
        }
        page("rd.undp.rbap", "/vetting/compare");
        texts("select id::text from tandem.model_migration").forEach(id -> page("admin", "/models/migrations/" + id));
        jdbc.sql(
                        "select d.id::text, n.name, coalesce(d.typed #>> '{reasons,0}', d.typed #>> '{entryPoint,0}') said from tandem.form_draft d"
                                + " join tandem.sign_in_name n on n.person_id = d.person and n.main"
                                + " where d.form = 'nominateCountry' and d.led_to is null")
                .query()
                .listOfRows()
                .forEach(draft -> {
                    String shown = page((String) draft.get("name"), "/selection/nominate?draft=" + draft.get("id"));
                    if (!shown.contains((String) draft.get("said"))) {
                        wrong.add("lost what was begun: " + draft.get("said"));
                    }
                });
        jdbc.sql("select id::text, sign_in_name as name from tandem.import_run")
                .query()
                .listOfRows()
                .forEach(known -> {
                    page((String) known.get("name"), "/selection/import/" + known.get("id"));
                    machine((String) known.get("name"), "/api/selection/imports/" + known.get("id"));
                });
    }

    /** Those who did something, whose mandates ended, or who were added. */
    void everyPerson() {
        for (String id : mine("select distinct person_id::text from tandem.person_change"
                + " union select distinct person::text from tandem.case_entry where person is not null")) {
            page("admin", "/people/" + id);
            machine("admin", "/api/people/" + id);
            machine("admin", "/api/people/" + id + "/changes");
        }
    }

    private String page(String person, String address) {
        HttpResponse<String> answer = visitor(person).get(address);
        pages++;
        String said = HtmlUtils.htmlUnescape(answer.body());
        if (answer.statusCode() != 200 || !said.contains("<html lang=\"" + language)) {
            wrong.add(person + " " + address + ": " + answer.statusCode() + " or not in " + language);
        }
        look(
                person + " " + language + " " + address,
                said.replaceAll("(?s)<script.*?</script>", "").replaceAll("<[^>]*>", "\n"));
        return said;
    }

    private void look(String where, String said) {
        String ours = said;
        for (String typed : TYPED) {
            ours = ours.replace(typed, "");
        }
        if (where.contains(" /people/")) {
            // The record of a person says mandates as the data has them.
            ours = ours.replaceAll("[a-z-]+:[A-Z]+:[\\w-]+", "");
        }
        Matcher found = raw.matcher(ours);
        while (found.find()) {
            wrong.add(where + " says " + found.group());
        }
    }

    private JsonNode machine(String person, String address) {
        ResponseEntity<JsonNode> answer = roads.as(person).get(address);
        if (answer.getStatusCode().value() != 200) {
            wrong.add(person + " " + address + ": " + answer.getStatusCode() + " " + answer.getBody());
        }
        return answer.getBody();
    }

    private Visitor visitor(String person) {
        return visitors.computeIfAbsent(person, known -> {
            Visitor visitor = Visitor.signedIn(old.port(), known, "tandem");
            visitor.get("/inbox");
            visitor.post("/language", "language", language);
            return visitor;
        });
    }

    /** Those whose password is known. */
    private List<String> holders(String group) {
        return old.bean(Roster.class).holders(MandatePattern.parse(group)).stream()
                .map(PersonName::signInName)
                .filter(name -> !unknown.contains(name))
                .toList();
    }

    private String coordinator(String id) {
        return holders("coordinator:"
                        + jdbc.sql("select c.opened_for from tandem.case_file c where id = ?")
                                .param(id)
                                .query(String.class)
                                .single()
                        + ":" + id.split("-")[0])
                .get(0);
    }

    /** Those that are opened in this language. */
    private List<String> mine(String sql) {
        int round = language.equals("en") ? 0 : 1;
        return texts(sql).stream().filter(id -> Share.takesOneOf(2, round, id)).toList();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    /** The first word of a message key is the name of its bundle. */
    private static String bundles() {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            return files
                    .map(file -> file.getFileName().toString().replaceFirst("[-_.].*", ""))
                    .collect(Collectors.toCollection(TreeSet::new))
                    .stream()
                    .collect(Collectors.joining("|"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
