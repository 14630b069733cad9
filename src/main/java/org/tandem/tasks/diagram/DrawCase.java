package org.tandem.tasks.diagram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

/** Puts a case onto its diagram. That a party has voted shows; who holds the pen shows; nothing of what was answered does. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class DrawCase {

    private final Cases cases;
    private final CaseProcesses processes;
    private final ProcessFiles files;
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

        Drawing(CaseView view, Map<String, String> definitions, List<StepTrace> all, DiagramGraph graph) {
            this.view = view;
            this.definitions = definitions;
            this.all = all;
            this.graph = graph;
            this.traces = of(graph.key());
        }

        private List<StepTrace> of(String process) {
            return all.stream()
                    .filter(trace -> files.keyOf(trace.processDefinition()).equals(process))
                    .toList();
        }

        Drawn drawn() {
            Set<String> now = nodesNow();
            boolean started = graph.key().equals(view.kind()) || !traces.isEmpty();
            return new Drawn(
                    view,
                    definitions.values().stream().map(this::tab).toList(),
                    graph.key(),
                    words(graph.name()),
                    started,
                    started && now.isEmpty(),
                    done(started),
                    now(),
                    now.isEmpty() && started ? List.of() : next(started ? now : Set.of(graph.start())),
                    marks(now));
        }

        private Drawn.Tab tab(String definition) {
            DiagramGraph other = files.graph(definition);
            return new Drawn.Tab(other.key(), words(other.name()), other.key().equals(graph.key()));
        }

        /** A step that calls another process is where the case is as long as that process has open tasks. */
        private Set<String> nodesNow() {
            Set<String> now = new LinkedHashSet<>();
            traces.stream().filter(StepTrace::isOpen).map(StepTrace::node).forEach(now::add);
            graph.calls().forEach((node, process) -> {
                if (of(process).stream().anyMatch(StepTrace::isOpen)) {
                    now.add(node);
                }
            });
            return now;
        }

        private Set<String> nodesDone() {
            Set<String> done = new LinkedHashSet<>();
            traces.stream().filter(StepTrace::isDone).map(StepTrace::node).forEach(done::add);
            graph.calls().forEach((node, process) -> {
                if (!of(process).isEmpty()) {
                    done.add(node);
                }
            });
            done.removeAll(nodesNow());
            done.removeIf(node -> !graph.has(node));
            return done;
        }

        private List<Drawn.Done> done(boolean started) {
            List<Drawn.Done> done = new ArrayList<>();
            if (started) {
                boolean own = graph.key().equals(view.kind());
                done.add(new Drawn.Done(
                        label(graph.start()),
                        own ? agency(view.openedFor()) : null,
                        own ? view.openedAt() : traces.get(0).since(),
                        false,
                        null));
            }
            traces.stream()
                    .filter(trace -> !trace.isOpen())
                    .map(trace -> new Drawn.Done(labelOf(trace), doneBy(trace), trace.endedAt(), !trace.isDone(), null))
                    .forEach(done::add);
            Set<String> over = nodesDone();
            graph.calls().forEach((node, process) -> {
                if (over.contains(node)) {
                    done.add(new Drawn.Done(label(node), null, lastEnd(of(process)), false, process));
                }
            });
            return done;
        }

        private @Nullable Instant lastEnd(List<StepTrace> ended) {
            return ended.stream()
                    .map(StepTrace::endedAt)
                    .filter(java.util.Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }

        private List<Drawn.Now> now() {
            List<Drawn.Now> now = new ArrayList<>();
            traces.stream()
                    .filter(StepTrace::isOpen)
                    .map(trace -> new Drawn.Now(label(trace.node()), holder(trace), trace.since(), trace.due(), null))
                    .forEach(now::add);
            graph.calls().forEach((node, process) -> of(process).stream()
                    .filter(StepTrace::isOpen)
                    .min(Comparator.comparing(StepTrace::since))
                    .ifPresent(first ->
                            now.add(new Drawn.Now(label(node), holders(of(process)), first.since(), null, process))));
            return now;
        }

        private List<Drawn.Next> next(Set<String> from) {
            return graph.next(from).stream()
                    .map(next -> new Drawn.Next(
                            label(next.node()),
                            next.via(),
                            graph.called(next.node()).orElse(null)))
                    .toList();
        }

        private List<Drawn.Mark> marks(Set<String> now) {
            Set<String> reached = new LinkedHashSet<>(nodesDone());
            reached.addAll(now);
            Set<String> done = new LinkedHashSet<>(graph.passedBefore(reached));
            done.addAll(nodesDone());
            done.removeAll(now);
            List<Drawn.Mark> marks = new ArrayList<>();
            done.forEach(node -> marks.add(new Drawn.Mark(
                    node, Drawn.Status.DONE, List.of(), graph.called(node).orElse(null))));
            linesNow()
                    .forEach((node, lines) -> marks.add(new Drawn.Mark(
                            node, Drawn.Status.NOW, lines, graph.called(node).orElse(null))));
            return marks;
        }

        private Map<String, List<String>> linesNow() {
            Map<String, List<String>> lines = new LinkedHashMap<>();
            traces.stream().filter(StepTrace::isOpen).forEach(trace -> lines.computeIfAbsent(
                            trace.node(), unused -> new ArrayList<>())
                    .add(translator.say("tasks.diagram.mark", holder(trace), times.date(trace.since()))));
            graph.calls().forEach((node, process) -> {
                List<StepTrace> open =
                        of(process).stream().filter(StepTrace::isOpen).toList();
                if (!open.isEmpty()) {
                    lines.put(node, List.of(holders(open)));
                }
            });
            return lines;
        }

        private String holders(List<StepTrace> open) {
            return open.stream()
                    .filter(StepTrace::isOpen)
                    .map(DrawCase.this::holder)
                    .distinct()
                    .collect(Collectors.joining(", "));
        }

        /** A step done before the case was moved to another version may be missing there. */
        private Drawn.Label labelOf(StepTrace trace) {
            return graph.has(trace.node())
                    ? label(trace.node())
                    : words(files.graph(trace.processDefinition()).name(trace.node()));
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
