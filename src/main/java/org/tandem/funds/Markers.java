package org.tandem.funds;

import java.util.List;
import java.util.Optional;

/** All markers and classifications, in memory. */
public class Markers {

    private final List<MarkerSet> sets;

    Markers(FundData data) {
        sets = data.markers();
    }

    /** Also finds sets that have left the data. */
    public Optional<MarkerSet> find(String code) {
        return sets.stream().filter(set -> set.code().equals(code)).findFirst();
    }

    public List<MarkerSet> all() {
        return sets.stream().filter(set -> !set.retired()).toList();
    }
}
