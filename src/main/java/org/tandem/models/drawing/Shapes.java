package org.tandem.models.drawing;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** The signs of BPMN, as plain as they can be recognised. */
record Shapes(Svg svg) {

    private static final double ROOM = 60;

    void draw(BaseElement element, Box box, String style) {
        if (element instanceof Event event) {
            circle(event, box, style);
        } else if (element instanceof Gateway gateway) {
            diamond(gateway, box, style);
        } else {
            rectangle(element, box, style);
        }
    }

    private void circle(Event event, Box box, String style) {
        double radius = box.width() / 2;
        String weight = event instanceof EndEvent ? style + " heavy" : style;
        svg.shape("circle", "cx", box.middle(), "cy", box.centre(), "r", radius, "class", weight);
        if (!(event instanceof StartEvent || event instanceof EndEvent)) {
            svg.shape("circle", "cx", box.middle(), "cy", box.centre(), "r", radius - 4, "class", style);
        }
        below(name(event), box);
    }

    private void diamond(Gateway gateway, Box box, String style) {
        svg.shape(
                "polygon",
                "points",
                "%s,%s %s,%s %s,%s %s,%s"
                        .formatted(
                                box.middle(),
                                box.y(),
                                box.right(),
                                box.centre(),
                                box.middle(),
                                box.bottom(),
                                box.x(),
                                box.centre()),
                "class",
                style);
        svg.text("text", sign(gateway), "x", box.middle(), "y", box.centre() + 7, "class", "sign");
        below(name(gateway), box);
    }

    private static String sign(Gateway gateway) {
        if (gateway instanceof ParallelGateway) {
            return "+";
        } else if (gateway instanceof InclusiveGateway) {
            return "○";
        }
        return gateway instanceof EventBasedGateway ? "◎" : "×";
    }

    private void rectangle(BaseElement element, Box box, String style) {
        double corner = element instanceof Activity ? 10 : 0;
        svg.shape(
                "rect",
                "x",
                box.x(),
                "y",
                box.y(),
                "width",
                box.width(),
                "height",
                box.height(),
                "rx",
                corner,
                "class",
                style);
        boolean holdsOthers =
                element instanceof SubProcess || element instanceof Participant || element instanceof Lane;
        Box place = holdsOthers ? new Box(box.x(), box.y() + 2, box.width(), 20) : box.grown(-4);
        svg.label(name(element), place, "name");
    }

    private void below(String name, Box box) {
        int lines = Wrapped.at((int) ROOM / 4, name).size();
        svg.label(name, new Box(box.x() - ROOM / 2, box.bottom() + 2, box.width() + ROOM, 14.0 * lines), "name");
    }

    private static String name(BaseElement element) {
        String name = element.getAttributeValue("name");
        return name == null ? "" : name;
    }
}
