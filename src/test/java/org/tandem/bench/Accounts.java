package org.tandem.bench;

import java.util.ArrayList;
import java.util.List;

/** Accounts of the demo roster that are at work: those who agree, those who vote, those who nominate and watch. */
final class Accounts {

    private static final List<String> DIRECTORS = List.of(
            "rd.undp.rba",
            "rd.undp.rbap",
            "rd.undp.rbas",
            "rd.undp.rbec",
            "rd.undp.rblac",
            "rd.ilo.africa",
            "rd.ilo.americas",
            "rd.ilo.arab_states",
            "rd.ilo.asia_pacific",
            "rd.ilo.europe_central_asia");
    private static final List<String> WATCHING =
            List.of("coord.undp", "coord.ilo", "team.undp", "team.ilo", "observer");

    private Accounts() {}

    /** @return as many names, some of them several times: a person may have two browsers open */
    static List<String> working(int number) {
        List<String> all = new ArrayList<>();
        for (int area = 1; area <= 7; area++) {
            all.add("fp.ilo.a" + area);
            all.add("fp.undp.a" + area);
        }
        all.addAll(DIRECTORS);
        all.addAll(WATCHING);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            names.add(all.get(i % all.size()));
        }
        return names;
    }
}
