package org.tandem.models;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.tandem.platform.engine.ReadsOutside;
import org.tandem.platform.engine.SelfContained;

/** All models of the house, read; what cannot be read is a finding. */
record House(
        List<Diagram> diagrams,
        SortedMap<String, DmnModelInstance> decisions,
        SortedMap<String, String> forms,
        ModelContext surroundings) {

    private static final String BPMN = "http://www\\.omg\\.org/spec/BPMN/20100524/MODEL";
    private static final String DMN = "https?://www\\.omg\\.org/spec/DMN/.+";

    static House read(ModelFiles files, ModelContext surroundings, Findings findings) {
        House house = new House(new ArrayList<>(), new TreeMap<>(), new TreeMap<>(), surroundings);
        for (Map.Entry<String, byte[]> file : files.contents().entrySet()) {
            try {
                house.add(file.getKey(), file.getValue());
            } catch (ReadsOutside e) {
                findings.at(file.getKey(), "the file")
                        .add(
                                Rule.SELF_CONTAINED,
                                "it reads something outside the file: " + reason(e),
                                "Take it out: diagrams and decisions are read by themselves.");
            } catch (ModelException e) {
                findings.at(file.getKey(), "the file")
                        .add(
                                Rule.READABLE,
                                "it cannot be read: " + reason(e),
                                "Open it in the Camunda Modeler, correct it and save it again.");
            }
        }
        return house;
    }

    private void add(String file, byte[] content) {
        if (file.endsWith(".bpmn")) {
            BpmnModelInstance model = SelfContained.diagram(content);
            requireDefinitions(model, BPMN, "BPMN 2.0");
            diagrams.add(new Diagram(file, model));
        } else if (file.endsWith(".dmn")) {
            DmnModelInstance model = SelfContained.decisions(content);
            requireDefinitions(model, DMN, "DMN");
            decisions.put(file, model);
        } else {
            forms.put(file, new String(content, StandardCharsets.UTF_8));
        }
    }

    /** The library reads any XML, and finds nothing in it. */
    private static void requireDefinitions(ModelInstance model, String namespaces, String language) {
        DomElement root = model.getDocument().getRootElement();
        if (!root.getLocalName().equals("definitions")
                || !String.valueOf(root.getNamespaceURI()).matches(namespaces)) {
            throw new ModelException("it is XML but no " + language + ": it begins with <" + root.getLocalName()
                    + "> of " + root.getNamespaceURI());
        }
    }

    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        String line = message == null
                ? deepest.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
        return line.replaceFirst("^.*URI=\\S+ Line=", "line ").replaceFirst("\\.?$", ".");
    }
}
