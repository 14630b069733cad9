package org.tandem.platform.engine;

import java.util.SortedMap;

/** Port: looks at a module's diagrams, decisions and forms before they reach the engine. */
public interface DeploymentCheck {

    /**
     * @param files content by resource name, such as <code>processes/vetting/vetting.bpmn</code>
     * @throws org.tandem.platform.CannotStart naming file, element and what to do
     */
    void check(String module, SortedMap<String, byte[]> files);
}
