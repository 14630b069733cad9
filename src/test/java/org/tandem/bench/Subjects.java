package org.tandem.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.people.CandidateGroups;

/** Every country and area that has somebody for each step of its selection, again and again. */
final class Subjects {

    private final Application application;
    private final Cast cast;
    private final Deque<Subject> left = new ArrayDeque<>();
    private boolean again;

    Subjects(Application application, Cast cast) {
        this.application = application;
        this.cast = cast;
        fill();
    }

    /** For a database in which all of them may have been selected already. */
    Subjects renewing() {
        again = true;
        return this;
    }

    synchronized Subject next() {
        if (left.isEmpty()) {
            fill();
            again = true;
        }
        Subject next = left.remove();
        if (again) {
            allowRenewal(next);
        }
        return next;
    }

    private void fill() {
        Framework framework =
                application.bean(Frameworks.class).byShortCode("FFA").orElseThrow();
        for (Area area : framework.currentAreas()) {
            application.bean(Countries.class).all().stream()
                    .filter(country -> isComplete(framework, area, country))
                    .map(country -> new Subject(
                            framework.shortCode(), country.iso3(), area.code(), List.copyOf(framework.parties())))
                    .forEach(left::add);
        }
    }

    private boolean isComplete(Framework framework, Area area, Country country) {
        CandidateGroups groups = application.bean(CandidateGroups.class);
        return framework.parties().stream()
                .allMatch(party -> cast.isThere(groups.directorOf(party, country.iso3()))
                        && cast.isThere(groups.focalPoints(party, area.areaKey())));
    }

    /** A selected country stays selected; withdrawn it may be named anew. There are fewer countries than runs. */
    private void allowRenewal(Subject subject) {
        for (String table : List.of("nomination", "case_file")) {
            application
                    .jdbc()
                    .sql("update tandem." + table + " set state = 'WITHDRAWN'"
                            + " where state = 'VETTED' and framework = ? and country = ? and area = ?")
                    .params(subject.framework(), subject.country(), subject.area())
                    .update();
        }
    }
}
