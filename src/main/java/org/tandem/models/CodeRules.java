package org.tandem.models;

import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;

/** No code in models: scripts, classes, connectors and external work are refused wherever they hide. */
record CodeRules(House house, Findings findings) {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String REMEDY =
            "Draw a service task with camunda:delegateExpression=\"${<task id>Delegate}\" and write the code in Java.";
    private static final Set<String> ELEMENTS = Set.of("script", "connector", "executionListener", "taskListener");
    private static final Set<String> ATTRIBUTES = Set.of("class", "expression", "type", "resource", "formHandlerClass");
    private static final Pattern LANGUAGES = Pattern.compile("|juel|(?i:feel|https?://www\\.omg\\.org/spec/.*FEEL/?)");

    void check() {
        house.diagrams()
                .forEach(diagram -> look(
                        diagram.file(),
                        "the file",
                        diagram.model().getDocument().getRootElement()));
        house.decisions().forEach(this::check);
    }

    private void look(String file, String within, DomElement element) {
        String id = element.getAttribute("id");
        String place = id == null ? within : id;
        if (BPMN.equals(element.getNamespaceURI()) && element.getLocalName().equals("scriptTask")) {
            refuse(file, place, "it is a script task.");
        }
        if (CAMUNDA.equals(element.getNamespaceURI()) && ELEMENTS.contains(element.getLocalName())) {
            listener(file, place, element);
        }
        for (String attribute : ATTRIBUTES) {
            String value = element.getAttribute(CAMUNDA, attribute);
            if (value != null && BPMN.equals(element.getNamespaceURI())) {
                refuse(file, place, "it runs code by camunda:" + attribute + "=\"" + value + "\".");
            }
        }
        String language = element.getAttribute("language");
        if (language != null && !LANGUAGES.matcher(language).matches()) {
            refuse(file, place, "it holds a script in " + language + ".");
        }
        element.getChildElements().forEach(child -> look(file, place, child));
    }

    /** A listener may name a bean; anything else is code. */
    private void listener(String file, String place, DomElement element) {
        boolean names =
                element.getLocalName().endsWith("Listener") && element.getAttribute("delegateExpression") != null;
        boolean holdsScript = element.getChildElements().stream()
                .anyMatch(child -> child.getLocalName().equals("script"));
        if (!names && !holdsScript) {
            refuse(file, place, "it holds a camunda:" + element.getLocalName() + ".");
        }
    }

    private void check(String file, DmnModelInstance model) {
        look(file, model.getDocument().getRootElement(), "the file");
    }

    private void look(String file, DomElement element, String within) {
        String id = element.getAttribute("id");
        String place = id == null ? within : id;
        String language = element.getAttribute("expressionLanguage");
        if (language != null && !LANGUAGES.matcher(language).matches()) {
            findings.at(file, place)
                    .add(
                            Rule.NO_CODE,
                            "it holds an expression in " + language + ".",
                            "Write it in FEEL and leave expressionLanguage out.");
        }
        element.getChildElements().forEach(child -> look(file, child, place));
    }

    private void refuse(String file, String place, String problem) {
        findings.add(file, place, Rule.NO_CODE, problem, REMEDY);
    }
}
