package org.tandem.models;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;

/** All models of the house, read; what cannot be read is a finding. */
record House(
        List<Diagram> diagrams,
        SortedMap<String, DmnModelInstance> decisions,
        SortedMap<String, String> forms,
        Surroundings surroundings) {

    static House read(ModelFiles files, Surroundings surroundings, Findings findings) {
        House house = new House(new ArrayList<>(), new TreeMap<>(), new TreeMap<>(), surroundings);
        for (Map.Entry<String, byte[]> file : files.contents().entrySet()) {
            try {
                house.add(file.getKey(), file.getValue());
            } catch (ModelException e) {
                findings.add(
                        file.getKey(),
                        "the file",
                        Rule.READABLE,
                        "it cannot be read: " + reason(e),
                        "Open it in the Camunda Modeler, correct it and save it again.");
            }
        }
        return house;
    }

    private void add(String file, byte[] content) {
        if (file.endsWith(".bpmn")) {
            diagrams.add(new Diagram(file, Bpmn.readModelFromStream(new ByteArrayInputStream(content))));
        } else if (file.endsWith(".dmn")) {
            decisions.put(file, Dmn.readModelFromStream(new ByteArrayInputStream(content)));
        } else {
            forms.put(file, new String(content, StandardCharsets.UTF_8));
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
