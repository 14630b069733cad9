package org.tandem.versions;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Mandate;
import org.tandem.platform.SignedIn;
import org.tandem.selection.Nominating;
import org.tandem.tasks.CompleteTask;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.Tasks;
import org.tandem.tasks.forms.FormInput;

/** Somebody for every candidate group, doing what they are asked by the use cases. */
final class Crowd {

    private static final int AT_ONCE = 4;

    private static final Map<String, Map<String, ?>> ANSWERS = Map.of(
            "agreeNomination",
            Map.of("decision", "AGREE"),
            "vetCountry",
            Map.of("decision", "APPROVE"),
            "answerQuestion",
            Map.of("answer", "The ministry of labour"),
            "repairRoster",
            Map.of("note", "Somebody is there again"),
            NextVetting.RENAMED,
            Map.of("answer", "The ministry of labour"),
            NextVetting.ADDED,
            Map.of("note", "Seen"),
            "statePosition",
            Map.of("position", "We see it so"),
            "attemptSettlement",
            Map.of("move", "PROPOSE", "text", "With a review", "resolution", "VETTED"),
            "answerText",
            Map.of("answer", "ACCEPT"));

    private final ApplicationContext context;
    private final CompleteTask completeTask;
    private final Tasks tasks;
    private final JdbcClient jdbc;
    private final Map<String, SignedIn> people = new ConcurrentHashMap<>();

    Crowd(ApplicationContext context) {
        this.context = context;
        this.completeTask = context.getBean(CompleteTask.class);
        this.tasks = context.getBean(Tasks.class);
        this.jdbc = context.getBean(JdbcClient.class);
    }

    /** Names a country and agrees to it. */
    CaseId inVetting(String framework, String country, String area) {
        CaseId id = Nominating.nominate(
                context, framework, country, area, holder("focal-point:UNDP:" + framework + "-" + area));
        does(id, "agreeNomination");
        return id;
    }

    /** In a country nobody has named yet, with a director on either side. */
    CaseId inVettingSomewhere() {
        return inVetting("FFA", unnamed(), "A3");
    }

    private String unnamed() {
        return jdbc.sql("""
                        select c.iso3 from tandem.country c where c.iso3 = any(:world) and not exists (
                          select from tandem.nomination n where n.country = c.iso3) order by c.iso3 limit 1""")
                .param("world", world().toArray(String[]::new))
                .query(String.class)
                .single();
    }

    /** Countries that both parties file under a region. */
    List<String> world() {
        Countries countries = context.getBean(Countries.class);
        return countries.all().stream()
                .map(Country::iso3)
                .filter(iso3 -> countries.regionOf("UNDP", iso3).isPresent()
                        && countries.regionOf("ILO", iso3).isPresent())
                .toList();
    }

    /** Keys of the history of a case, oldest first. */
    List<String> history(String id) {
        return context.getBean(CaseHistory.class).of(new CaseId(id)).stream()
                .map(entry -> entry.words().key())
                .toList();
    }

    void does(CaseId id, String key) {
        does(open(id, key), ANSWERS.get(key));
    }

    void does(CaseId id, String key, String party, Map<String, ?> answers) {
        does(
                tasks.openOf(id).stream()
                        .filter(task -> task.key().equals(key) && party.equals(task.party()))
                        .findFirst()
                        .orElseThrow(),
                answers);
    }

    void does(OpenTask task, Map<String, ?> answers) {
        completeTask.complete(
                task.caseOf(),
                task.key(),
                task.id(),
                FormInput.ofValues(answers),
                holder(task.offers().get(0)));
    }

    /** The usual answer to whatever it is. */
    void does(OpenTask task) {
        does(task, ANSWERS.get(task.key()));
    }

    OpenTask open(CaseId id, String key) {
        return tasks.openOf(id).stream()
                .filter(task -> task.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " of " + id + ": " + tasks.openOf(id)));
    }

    List<OpenTask> open(CaseId id) {
        return tasks.openOf(id);
    }

    /** Goes on until nothing of the case and of its divergences is open. */
    void finish(CaseId id) {
        for (int step = 0; step < 40; step++) {
            List<OpenTask> open = Stream.of(id, new CaseId(id.value() + "-D1"))
                    .flatMap(each -> tasks.openOf(each).stream())
                    .toList();
            if (open.isEmpty()) {
                return;
            }
            does(open.get(0));
        }
        throw new AssertionError(id + " does not end: " + tasks.openOf(id));
    }

    SignedIn holder(String group) {
        return people.computeIfAbsent(group, Crowd::person);
    }

    private static SignedIn person(String group) {
        MandatePattern pattern = MandatePattern.parse(group);
        return new SignedIn(
                UUID.nameUUIDFromBytes(group.getBytes()),
                group,
                group,
                Locale.ENGLISH,
                java.time.ZoneOffset.UTC,
                List.of(new Mandate(
                        UUID.randomUUID(), pattern.role(), pattern.agency(), pattern.scopeKind(), pattern.scope())));
    }

    /** Several at the same time; the first failure is thrown. */
    static <T> void together(List<T> all, Consumer<T> act) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> running = all.stream()
                    .<Future<?>>map(one -> threads.submit(() -> act.accept(one)))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException | java.util.concurrent.ExecutionException failure) {
            throw new AssertionError(failure);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Keys of all open tasks. */
    Set<String> keysOpen() {
        return Set.copyOf(jdbc.sql("select distinct task_key from tandem.task where state = 'OPEN'")
                .query(String.class)
                .list());
    }
}
