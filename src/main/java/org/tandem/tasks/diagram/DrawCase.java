package org.tandem.tasks.diagram;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.Times;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.TaskHolder;
import org.tandem.tasks.Tasks;

/** Puts a case onto its diagram. That a party has voted shows; who holds the pen shows; nothing of what was answered does. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class DrawCase {

    private final Cases cases;
    private final CaseProcesses processes;
    private final Passages passages;
    private final ProcessFiles files;
    private final Tasks tasks;
    private final TaskHolder holder;
    private final Roster roster;
    private final MessageSource messages;
    private final Translator translator;
    private final Times times;

    /** @param wanted the process to draw; the one where the case is now when null */
    Drawn draw(CaseId id, @Nullable String wanted, SignedIn reader) {
        CaseView view = cases.readable(id, reader);
        List<StepTrace> traces = processes.traces(view);
        Map<String, String> definitions = processes.definitions(view, traces);
        String process = wanted == null ? whereItIs(view, traces) : wanted;
        if (!definitions.containsKey(process)) {
            throw Refused.notFound("tasks.refused.noDiagram");
        }
        return new Drawing(view, definitions, traces, files.graph(definitions.get(process))).drawn();
    }

    String xml(CaseId id, String process, SignedIn reader) {
        CaseView view = cases.readable(id, reader);
        String definition = processes.definitions(view, processes.traces(view)).get(process);
        if (definition == null) {
            throw Refused.notFound("tasks.refused.noDiagram");
        }
        return files.xml(definition);
    }

    private String whereItIs(CaseView view, List<StepTrace> traces) {
        return traces.stream()
                .filter(StepTrace::isOpen)
                .max(Comparator.comparing(StepTrace::since))
                .map(trace -> files.keyOf(trace.processDefinition()))
                .orElse(view.kind());
    }

    /** One process of one case. */
    private class Drawing {

        private final CaseView view;
        private final Map<String, String> definitions;
        private final List<StepTrace> all;
        private final List<StepTrace> traces;
        private final DiagramGraph graph;
        private final List<Passage> passed;
        private final Set<String> now;

        Drawing(CaseView view, Map<String, String> definitions, List<StepTrace> all, DiagramGraph graph) {
            this.view = view;
            this.definitions = definitions;
            this.all = all;
            this.graph = graph;
            this.traces = of(graph.key());
            List<Passage> recorded = passages.of(view.id(), graph.key());
            Set<String> undone = undone(recorded);
            this.passed = recorded.stream()
                    .filter(passage -> graph.has(passage.node()))
                    .filter(passage -> passage.task() == null || !undone.contains(passage.task()))
                    .toList();
            this.now = nodes(Passage::isOpen);
        }

        private List<StepTrace> of(String process) {
            return all.stream()
                    .filter(trace -> files.keyOf(trace.processDefinition()).equals(process))
                    .toList();
        }

        /** Tasks whose step was given to the same party anew within the same run: a vote taken back. */
        private Set<String> undone(List<Passage> recorded) {
            Map<String, String> last = new HashMap<>();
            Set<String> undone = new HashSet<>();
            for (Passage passage : recorded) {
                traces.stream()
                        .filter(trace -> trace.id().equals(passage.task()) && trace.party() != null)
                        .map(trace -> last.put(passage.node() + passage.within() + trace.party(), trace.id()))
                        .filter(Objects::nonNull)
                        .forEach(undone::add);
            }
            return undone;
        }

        private Set<String> nodes(Predicate<Passage> wanted) {
            return passed.stream()
                    .filter(wanted)
                    .map(Passage::node)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        Drawn drawn() {
            boolean started = !passed.isEmpty();
            return new Drawn(
                    view,
                    definitions.values().stream().map(this::tab).toList(),
                    graph.key(),
                    words(graph.name()),
                    started,
                    started && now.isEmpty(),
                    done(),
                    now(),
                    now.isEmpty() && started ? List.of() : next(started ? now : Set.of(graph.start())),
                    marks());
        }

        private Drawn.Tab tab(String definition) {
            DiagramGraph other = files.graph(definition);
            return new Drawn.Tab(other.key(), words(other.name()), other.key().equals(graph.key()));
        }

        /** Where it began, what people did, what ran elsewhere, and how it ended. */
        private List<Drawn.Done> done() {
            return passed.stream()
                    .filter(passage -> !passage.isOpen())
                    .sorted(Comparator.comparing(Passage::until))
                    .flatMap(passage -> done(passage).stream())
                    .toList();
        }

        private Optional<Drawn.Done> done(Passage passage) {
            Optional<StepTrace> trace = traceOf(passage);
            String called = graph.called(passage.node()).orElse(null);
            boolean begins = passage.node().equals(graph.start());
            if (trace.isEmpty() && called == null && !begins && !graph.isEnd(passage.node())) {
                return Optional.empty();
            }
            String who = begins && graph.key().equals(view.kind())
                    ? agency(view.openedFor())
                    : trace.map(DrawCase.this::doneBy).orElse(null);
            return Optional.of(
                    new Drawn.Done(label(passage.node()), who, passage.until(), passage.cancelled(), called));
        }

        private Optional<StepTrace> traceOf(Passage passage) {
            return traces.stream()
                    .filter(trace -> trace.id().equals(passage.task()))
                    .findFirst();
        }

        private List<Drawn.Now> now() {
            return passed.stream().filter(Passage::isOpen).map(this::now).toList();
        }

        private Drawn.Now now(Passage passage) {
            Optional<StepTrace> trace = traceOf(passage);
            String called = graph.called(passage.node()).orElse(null);
            return new Drawn.Now(
                    label(passage.node()),
                    trace.map(DrawCase.this::holder).orElseGet(() -> called == null ? "" : holders(called)),
                    passage.from(),
                    trace.map(StepTrace::due).orElse(null),
                    called);
        }

        private List<Drawn.Next> next(Set<String> from) {
            return graph.next(from).stream()
                    .map(next -> new Drawn.Next(
                            label(next.node()),
                            next.via(),
                            graph.called(next.node()).orElse(null)))
                    .toList();
        }

        private List<Drawn.Mark> marks() {
            Set<String> done = nodes(Passage::isDone);
            done.removeAll(now);
            return Stream.concat(
                            Stream.concat(graph.taken(passed).stream(), done.stream())
                                    .map(node -> new Drawn.Mark(node, Drawn.Status.DONE)),
                            now.stream().map(node -> new Drawn.Mark(node, Drawn.Status.NOW)))
                    .toList();
        }

        /** Who has the process called here: its tasks for this case, or those of the case it was called for. */
        private String holders(String process) {
            List<StepTrace> open =
                    of(process).stream().filter(StepTrace::isOpen).toList();
            Stream<String> names = open.isEmpty()
                    ? tasks.openOnOrBelow(view.caseId()).stream()
                            .filter(task -> task.module().equals(process))
                            .map(holder::of)
                    : open.stream().map(DrawCase.this::holder);
            return names.distinct().collect(Collectors.joining(", "));
        }

        private Drawn.Label label(String node) {
            return Optional.of(node)
                    .filter(id -> graph.has(id) && graph.isUserTask(id))
                    .map(id -> messages.getMessage("task." + id, null, "", LocaleContextHolder.getLocale()))
                    .filter(text -> !text.isEmpty())
                    .map(text -> new Drawn.Label(text, null))
                    .orElseGet(() -> words(graph.has(node) ? graph.name(node) : node));
        }
    }

    /** Diagrams are drawn in English, with French beside them. */
    private static Drawn.Label words(String text) {
        boolean spoken =
                Set.of("en", "fr").contains(LocaleContextHolder.getLocale().getLanguage());
        return new Drawn.Label(text, spoken ? null : "en");
    }

    private String holder(StepTrace trace) {
        return trace.assignee() != null
                ? roster.nameOf(trace.assignee())
                : trace.offers().stream()
                        .map(group -> roster.describe(MandatePattern.parse(group), LocaleContextHolder.getLocale()))
                        .collect(Collectors.joining(", "));
    }

    private @Nullable String doneBy(StepTrace trace) {
        if (trace.party() != null) {
            return agency(trace.party());
        }
        return trace.endedBy() == null ? null : roster.nameOf(trace.endedBy());
    }

    private String agency(String code) {
        return translator.say(Message.of("tasks.diagram.agency", MessageArgument.agency(code)));
    }
}
