package org.tandem.tasks.starts;

/** A refusal that names the case in whose place nothing new is begun; the page leads there. */
public interface LeadsToCase {

    String caseId();
}
