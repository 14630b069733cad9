package org.tandem.models.drawing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.tandem.models.soundness.SoundnessFinding;

/**
 * Draws a diagram with the run that goes wrong on it: the steps are numbered in their order, a dot stands for each token in the
 * bad state. The same is said in words above and in the picture's description.
 */
public final class CounterExample {

    private static final double MARGIN = 40;
    private static final double HEAD_LINE = 18;
    private static final int HEAD_LETTERS = 110;
    private static final double LEAST_WIDTH = 760;

    private static final String STYLE = """
            text { font: 12px system-ui, sans-serif; text-anchor: middle; fill: #1d2733;
              paint-order: stroke; stroke: #fff; stroke-width: 3px }
            text.head { font-size: 14px; text-anchor: start } text.sign { font-size: 20px }
            text.step { font-weight: bold; fill: #0b4f8a } text.flaw { font-weight: bold; fill: #a3161a }
            .plain { fill: #fff; stroke: #5b6875; stroke-width: 1.5 }
            .passed { fill: #e6f0fa; stroke: #0b4f8a; stroke-width: 2.5 }
            .flawed { fill: #fdeaea; stroke: #a3161a; stroke-width: 4; stroke-dasharray: 7 3 }
            .heavy { stroke-width: 5 } .token { fill: #a3161a }
            .flow { fill: none; stroke: #5b6875; stroke-width: 1.5 } .gone { fill: none; stroke: #0b4f8a; stroke-width: 4 }
            """;

    private final Svg svg = new Svg();
    private final SoundnessFinding finding;
    private final Run run;
    private final Layout layout;

    private CounterExample(BpmnModelInstance model, SoundnessFinding finding) {
        this.finding = finding;
        this.run = Run.of(finding);
        this.layout = Layout.of(model);
    }

    /** @return a picture (SVG), in English like the finding */
    public static String of(BpmnModelInstance model, SoundnessFinding finding) {
        return new CounterExample(model, finding).draw();
    }

    private String draw() {
        List<String> head = Wrapped.at(HEAD_LETTERS, finding.element() + ": " + finding.problem());
        Box drawn = layout.whole().grown(MARGIN);
        double words = head.size() * HEAD_LINE + 8;
        Box all = new Box(drawn.x(), drawn.y() - words, Math.max(drawn.width(), LEAST_WIDTH), drawn.height() + words);
        open(all);
        double y = all.y() + HEAD_LINE;
        for (String line : head) {
            svg.text("text", line, "x", all.x() + 10, "y", y, "class", "head");
            y += HEAD_LINE;
        }
        layout.lines().forEach(this::line);
        layout.boxes().forEach(this::shape);
        layout.boxes().forEach(this::mark);
        return svg.close() + "\n";
    }

    private void open(Box all) {
        String box = Stream.of(all.x(), all.y(), all.width(), all.height())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        svg.open("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", box, "role", "img", "width", all.width())
                .text("title", finding.flaw() + " at " + finding.element())
                .text("desc", finding.problem())
                .text("style", STYLE)
                .shape("rect", "x", all.x(), "y", all.y(), "width", all.width(), "height", all.height(), "fill", "#fff")
                .open(
                        "marker",
                        "id",
                        "arrow",
                        "viewBox",
                        "0 0 10 10",
                        "refX",
                        "9",
                        "refY",
                        "5",
                        "markerWidth",
                        "9",
                        "markerHeight",
                        "9",
                        "markerUnits",
                        "userSpaceOnUse",
                        "orient",
                        "auto")
                .shape("path", "d", "M0 0 10 5 0 10z", "fill", "#5b6875")
                .close();
    }

    private void line(BaseElement element, List<Layout.Point> points) {
        boolean gone = element instanceof SequenceFlow flow
                && flow.getSource() != null
                && flow.getTarget() != null
                && run.passed(flow.getSource().getId(), flow.getTarget().getId());
        String way = points.stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
        svg.shape("polyline", "points", way, "class", gone ? "gone" : "flow", "marker-end", "url(#arrow)");
    }

    private void shape(BaseElement element, Box box) {
        String id = element.getId();
        String style = run.isFlawed(id) ? "flawed" : run.trace().contains(id) ? "passed" : "plain";
        new Shapes(svg).draw(element, box, style);
    }

    /** Last, so that nothing lies over it. */
    private void mark(BaseElement element, Box box) {
        String id = element.getId();
        String steps = run.steps(id);
        if (!steps.isEmpty()) {
            svg.text("text", steps, "x", box.x() + 2, "y", box.y() - 5, "class", "step");
        }
        if (run.isFlawed(id)) {
            svg.text("text", finding.flaw().name(), "x", box.middle(), "y", box.y() - 20, "class", "flaw");
        }
        if (run.holds(id)) {
            svg.shape("circle", "cx", box.right() - 3, "cy", box.y() + 3, "r", "7", "class", "token");
            svg.text("text", "token", "x", box.right() + 24, "y", box.y() + 7, "class", "flaw");
        }
    }
}
