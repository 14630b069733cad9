package org.tandem.people.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tandem.TandemTest;
import org.tandem.people.CandidateGroups;
import org.tandem.people.Roster;

@TandemTest({"tandem.demo=true", "tandem.reference.directories=src/test/resources/reference-invented"})
class InventedAgenciesModuleTests {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Roster roster;

    @Autowired
    CandidateGroups groups;

    @Test
    void getTheirPeopleFromDataAlone() {
        List<String> names = jdbc.queryForList(
                "select name from tandem.sign_in_name where name ~ 'aqua|terra' order by name", String.class);

        assertThat(names)
                .contains(
                        "coord.aqua",
                        "coord.terra",
                        "team.aqua",
                        "rd.aqua.north",
                        "rd.terra.lakes",
                        "co.aqua.fin",
                        "co.terra.rwa",
                        "fp.aqua.m1")
                .doesNotContain("co.aqua.vnm");
        assertThat(roster.holders(groups.parse(groups.directorOf("TERRA", "KEN"))))
                .extracting(holder -> holder.displayName())
                .containsExactly("TERRA Regional Director for Great Lakes");
    }
}
