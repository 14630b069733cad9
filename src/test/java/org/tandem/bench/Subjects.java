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

    Subjects(Application application, Cast cast) {
        this.application = application;
        this.cast = cast;
        fill();
    }

    synchronized Subject next() {
        if (left.isEmpty()) {
            allowRenewal();
            fill();
        }
        return left.remove();
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
    private void allowRenewal() {
        application
                .jdbc()
                .sql("update tandem.nomination set state = 'WITHDRAWN' where state = 'VETTED'")
                .update();
        application
                .jdbc()
                .sql("update tandem.case_file set state = 'WITHDRAWN' where kind = 'selection' and state = 'VETTED'")
                .update();
    }
}
