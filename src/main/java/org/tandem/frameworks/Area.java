package org.tandem.frameworks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.With;
import org.jspecify.annotations.Nullable;
import org.tandem.frameworks.Framework.Period;
import org.tandem.frameworks.Framework.Source;
import org.tandem.platform.reference.InFrench;

/**
 * An area, goal or component of a framework.
 *
 * @param framework short code of the framework it belongs to
 * @param gains the efficiency gains that may be claimed here
 */
public record Area(
        String framework,
        String code,
        String number,
        String title,
        @Nullable String titleFr,
        @Nullable String summary,
        @Nullable String mainOutput,
        List<Group> groups,
        List<Action> actions,
        List<Indicator> indicators,
        @With List<EfficiencyGain> gains,
        List<FocalPoints> focalPoints,
        List<String> references,
        List<Finding> findings,
        Source source,
        @With boolean retired) {

    public record Group(String code, String title) {}

    /**
     * A key action.
     *
     * @param target how many countries; none when the document leaves it open
     */
    public record Action(
            String code,
            String label,
            String kind,
            @Nullable String group,
            Period timeline,
            @Nullable String state,
            @Nullable Integer target,
            List<String> namedCountries,
            List<String> funds,
            @Nullable Integer quantity,
            List<Deliverable> deliverables,
            List<String> references,
            @Nullable String note,
            Source source) {}

    public record Deliverable(
            @Nullable String code,
            String label,
            Period timeline,
            @Nullable Integer quantity,
            @Nullable String unit) {}

    public record Indicator(
            String code,
            String label,
            String measure,
            @Nullable String unit,
            @Nullable String due,
            @Nullable String target,
            Source source) {}

    public record EfficiencyGain(
            String code, String label, @Nullable String labelFr, boolean retired) {

        @Override
        public String label() {
            return InFrench.said(label, labelFr);
        }
    }

    /** How many focal points an agency has here; no names of persons. */
    public record FocalPoints(String agency, int count, List<String> functions, int alsoCoordinator) {}

    public record Finding(
            String code,
            String rating,
            String label,
            @Nullable String asAt,
            Source source) {}

    /** The scope of this area's focal points, such as FFA-A3. */
    public String areaKey() {
        return framework + "-" + code;
    }

    /** In the reader's language. */
    @Override
    public String title() {
        return InFrench.said(title, titleFr);
    }

    public String title(Locale locale) {
        return InFrench.said(title, titleFr, locale);
    }

    /** As it stands in lists. */
    public String numberedTitle() {
        return number + ". " + title();
    }

    public Optional<EfficiencyGain> gain(String gainCode) {
        return gains.stream().filter(gain -> gain.code().equals(gainCode)).findFirst();
    }

    /** The gains that may be claimed today. */
    public List<EfficiencyGain> currentGains() {
        return gains.stream().filter(gain -> !gain.retired()).toList();
    }

    public Optional<FocalPoints> focalPointsOf(String agency) {
        return focalPoints.stream()
                .filter(points -> points.agency().equals(agency))
                .findFirst();
    }
}
