package org.tandem.frameworks;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** All frameworks and their registers; what only the files change is kept in memory. */
public class Frameworks {

    private final List<Framework> frameworks;
    private final List<Collaboration> collaborations;
    private final List<OpenPoint> openPoints;
    private final Assessments assessments;
    private final Ceilings ceilings;

    Frameworks(
            List<Framework> frameworks,
            List<Collaboration> collaborations,
            List<OpenPoint> openPoints,
            Assessments assessments,
            Ceilings ceilings) {
        this.frameworks = frameworks.stream()
                .sorted(Comparator.comparing((Framework framework) -> !framework.nominatesCountries())
                        .thenComparing(framework -> framework.shortTitle()))
                .toList();
        this.collaborations = collaborations;
        this.openPoints = openPoints;
        this.assessments = assessments;
        this.ceilings = ceilings;
    }

    /** Also finds frameworks that have left the data, because cases refer to them. */
    public Optional<Framework> byShortCode(String shortCode) {
        return frameworks.stream()
                .filter(framework -> framework.shortCode().equals(shortCode))
                .findFirst();
    }

    /** The frameworks of today, those that nominate countries first. */
    public List<Framework> all() {
        return frameworks.stream().filter(framework -> !framework.retired()).toList();
    }

    /** The area whose focal points have this scope, such as FFA-A3. */
    public Optional<Area> areaByKey(String areaKey) {
        return frameworks.stream()
                .filter(framework -> areaKey.startsWith(framework.shortCode() + "-"))
                .flatMap(framework ->
                        framework.area(areaKey.substring(framework.shortCode().length() + 1)).stream())
                .findFirst();
    }

    /** The collaborations of today. */
    public List<Collaboration> collaborations() {
        return collaborations.stream()
                .filter(collaboration -> !collaboration.retired())
                .toList();
    }

    public List<Collaboration> collaborations(String shortCode) {
        return collaborations().stream()
                .filter(collaboration -> collaboration.framework().equals(shortCode))
                .toList();
    }

    /** @param key framework and code, such as FFA-COL-1; also finds one that has left the data */
    public Optional<Collaboration> collaboration(String key) {
        return collaborations.stream()
                .filter(collaboration -> collaboration.key().equals(key))
                .findFirst();
    }

    /** What the documents leave open about a framework. */
    public List<OpenPoint> openPoints(String shortCode) {
        return openPoints.stream()
                .filter(point -> point.frameworks().contains(shortCode))
                .toList();
    }

    public List<Assessment> assessments() {
        return assessments.all();
    }

    public List<Assessment> assessments(String shortCode) {
        return assessments.all().stream()
                .filter(assessment -> assessment.framework().equals(shortCode))
                .toList();
    }

    public Optional<Assessment> assessment(String code) {
        return assessments.find(code);
    }

    /** Done and total per framework that has assessments. */
    public List<AssessmentFigures> assessmentFigures() {
        return assessments.figures();
    }

    /** How many countries a wave may have; empty when none is set, which is the default (O-01). */
    public OptionalInt ceiling(String shortCode) {
        return ceilings.countries(shortCode);
    }

    public Ceiling ceilingWithHistory(String shortCode) {
        return ceilings.of(shortCode);
    }

    /** What was recorded about an assessment, the newest first. */
    public List<AssessmentChange> changes(String assessmentCode) {
        return assessments.changes(assessmentCode);
    }
}
