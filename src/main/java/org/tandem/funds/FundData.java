package org.tandem.funds;

import java.util.List;
import java.util.Map;

/** Everything the files, or the tables, say about funds and markers at one moment. */
record FundData(String asOf, List<Fund> funds, Map<String, Object> commonRules, List<MarkerSet> markers) {}
