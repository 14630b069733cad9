package org.tandem.models.soundness;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws a random diagram of well-nested blocks, which is sound because each block is. */
final class Blocks {

    /** Two gateways that belong together, and whether a loop leads round them. */
    record Pair(String split, String join, String type, boolean within) {}

    final List<Pair> pairs = new ArrayList<>();
    private final Random random;
    private final StringBuilder elements = new StringBuilder();
    private int ids;
    private int loops;

    Blocks(long seed) {
        this.random = new Random(seed);
        String start = node("startEvent", "");
        flow(block(start, 3), node("endEvent", ""));
    }

    String xml() {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="definitions" targetNamespace="https://tandem.example/samples">
                  <bpmn:process id="sample" isExecutable="true">
                %s
                  </bpmn:process>
                  <bpmn:message id="news" name="News" />
                </bpmn:definitions>
                """.formatted(elements);
    }

    /** The same with another kind of gateway in one place. */
    String with(String gateway, String type) {
        return xml().replaceFirst(
                        "<bpmn:[a-zA-Z]+ id=\"" + gateway + "\"", "<bpmn:" + type + " id=\"" + gateway + "\"");
    }

    /** Draws a block after a node, and says which node it leaves by. */
    private String block(String from, int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(8)) {
            case 1 -> block(block(from, depth - 1), depth - 1);
            case 2 -> split(from, depth, "exclusiveGateway");
            case 3 -> split(from, depth, "parallelGateway");
            case 4 -> split(from, depth, inclusiveOr("exclusiveGateway"));
            case 5 -> loop(from, depth);
            case 6 -> subprocess(from, depth);
            case 7 -> task(from, true);
            default -> task(from, false);
        };
    }

    /** Not within a loop: there the engine's inclusive join may wait for a token that could come round again. */
    private String inclusiveOr(String type) {
        return loops == 0 ? "inclusiveGateway" : type;
    }

    private String task(String from, boolean watched) {
        String task = after(from, "userTask", "");
        if (!watched) {
            return task;
        }
        String reminded = boundary(task, " cancelActivity=\"false\"");
        flow(after(reminded, "serviceTask", ""), node("endEvent", ""));
        String join = after(task, "exclusiveGateway", "");
        flow(boundary(task, ""), join);
        return join;
    }

    private String boundary(String host, String attributes) {
        String id = "n" + ids++;
        elements.append("<bpmn:boundaryEvent id=\"%s\" attachedToRef=\"%s\"%s>".formatted(id, host, attributes))
                .append("<bpmn:messageEventDefinition messageRef=\"news\" /></bpmn:boundaryEvent>\n");
        return id;
    }

    private String split(String from, int depth, String type) {
        String split = after(from, type, "");
        String join = node(type, "");
        for (int branch = 0; branch < 2 + random.nextInt(2); branch++) {
            flow(block(split, depth - 1), join);
        }
        pairs.add(new Pair(split, join, type, loops > 0));
        return join;
    }

    private String loop(String from, int depth) {
        String join = after(from, "exclusiveGateway", "");
        loops++;
        String again = after(block(join, depth - 1), "exclusiveGateway", "");
        loops--;
        flow(again, join);
        pairs.add(new Pair(again, join, "loop", loops > 0));
        return again;
    }

    private String subprocess(String from, int depth) {
        String id = "n" + ids++;
        elements.append("<bpmn:subProcess id=\"" + id + "\">\n");
        flow(block(node("startEvent", ""), depth - 1), node("endEvent", ""));
        elements.append("</bpmn:subProcess>\n");
        flow(from, id);
        String join = after(id, "exclusiveGateway", "");
        flow(boundary(id, ""), join);
        return join;
    }

    private String after(String from, String type, String attributes) {
        String id = node(type, attributes);
        flow(from, id);
        return id;
    }

    private String node(String type, String attributes) {
        String id = "n" + ids++;
        elements.append("<bpmn:%s id=\"%s\"%s />\n".formatted(type, id, attributes));
        return id;
    }

    private void flow(String from, String to) {
        elements.append(
                "<bpmn:sequenceFlow id=\"f%d\" sourceRef=\"%s\" targetRef=\"%s\" />\n".formatted(ids++, from, to));
    }
}
