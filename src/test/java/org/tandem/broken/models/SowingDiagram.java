package org.tandem.broken.models;

import java.io.InputStream;
import org.camunda.bpm.model.bpmn.Bpmn;

class SowingDiagram {

    String firstElement(InputStream file) {
        return Bpmn.readModelFromStream(file).getDefinitions().getId();
    }
}
