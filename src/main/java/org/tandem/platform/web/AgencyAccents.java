package org.tandem.platform.web;

import java.util.Map;

/** Port: agency code to accent colour ({@code #rrggbb}), from data. Without it agencies differ by their code alone. */
public interface AgencyAccents {

    Map<String, String> accents();
}
