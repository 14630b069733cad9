package org.tandem.frameworks;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps areas and gains that have left a framework, marked as retired: cases refer to them. */
final class RetiredParts {

    private RetiredParts() {}

    static Framework keep(Framework before, Framework now) {
        return now.withAreas(areas(before.areas(), now.areas(), now))
                .withCrossCutting(areas(before.crossCutting(), now.crossCutting(), now));
    }

    private static List<Area> areas(List<Area> before, List<Area> now, Framework framework) {
        List<Area> kept = now.stream()
                .map(area -> before.stream()
                        .filter(earlier -> earlier.code().equals(area.code()))
                        .findFirst()
                        .map(earlier -> area.withGains(gains(earlier, area)))
                        .orElse(area))
                .toList();
        List<Area> gone = before.stream()
                .filter(area -> framework.area(area.code()).isEmpty())
                .toList();
        return merge(kept, gone, Area::code, area -> area.withRetired(true));
    }

    private static List<Area.EfficiencyGain> gains(Area before, Area now) {
        return merge(
                now.gains(),
                before.gains(),
                Area.EfficiencyGain::code,
                gain -> new Area.EfficiencyGain(gain.code(), gain.label(), gain.labelFr(), true));
    }

    private static <T> List<T> merge(List<T> now, List<T> before, Function<T, String> code, UnaryOperator<T> retire) {
        var codes = now.stream().map(code).collect(Collectors.toSet());
        return Stream.concat(
                        now.stream(),
                        before.stream()
                                .filter(one -> !codes.contains(code.apply(one)))
                                .map(retire))
                .toList();
    }
}
