package org.tandem.people.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.TandemTest;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.people.PersonName;
import org.tandem.people.Roster;
import org.tandem.platform.Role;
import org.tandem.platform.SignedInPersons;

@TandemTest("tandem.demo=true")
class DemoRosterModuleTests {

    @Autowired
    Roster roster;

    @Autowired
    CandidateGroups groups;

    @Autowired
    SignedInPersons persons;

    @Autowired
    DemoRoster demoRoster;

    @Autowired
    DemoPasswords passwords;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestRestTemplate browser;

    @Test
    void hasFocalPointsInTheirRealNumbers() {
        assertThat(numbersOf("UNDP", 7)).containsExactly(4, 3, 2, 2, 1, 1, 2);
        assertThat(numbersOf("ILO", 7)).containsExactly(2, 3, 2, 3, 2, 2, 1);
    }

    private List<Integer> numbersOf(String agency, int areas) {
        return IntStream.rangeClosed(1, areas)
                .mapToObj(number -> groups.focalPoints(agency, "FFA-A" + number))
                .map(group -> roster.holders(groups.parse(group)).size())
                .toList();
    }

    @Test
    void letsTheCoordinatorsBeFocalPointsToo() {
        assertThat(persons.bySignInName("fp.undp.a3.2").username()).isEqualTo("coord.undp");
        assertThat(persons.bySignInName("fp.undp.a1.4").username()).isEqualTo("coord.undp");
        assertThat(persons.bySignInName("fp.ilo.a1.2").username()).isEqualTo("coord.ilo");
        assertThat(persons.bySignInName("coord.undp").mandates())
                .extracting(mandate -> mandate.group())
                .containsExactlyInAnyOrder(
                        "coordinator:UNDP:WORLD", "focal-point:UNDP:FFA-A1", "focal-point:UNDP:FFA-A3");
    }

    @Test
    void reachesWorldwideCoordinatorsUnderEveryFramework() {
        assertThat(roster.holders(MandatePattern.parse("coordinator:ILO:FFA")))
                .extracting(PersonName::signInName)
                .containsExactly("coord.ilo");
        assertThat(groups.allCoordinators("FFA")).isEqualTo("coordinator:UNDP:FFA,coordinator:ILO:FFA");
    }

    @Test
    void hasAFocalPointPerPartyAndGoalWhereNoNumbersAreGiven() {
        for (String name : List.of("fp.unhcr.g1", "fp.ilo.g1", "fp.unhcr.g2", "fp.ilo.g3", "coord.unhcr")) {
            assertThat(persons.bySignInName(name).username()).isEqualTo(name);
        }
        assertThat(roster.holders(MandatePattern.parse("focal-point:UNHCR:JAP-G1")))
                .hasSize(1);
    }

    @Test
    void hasADirectorForEveryRegionOfEveryParty() {
        for (String name : List.of(
                "rd.undp.rbas",
                "rd.undp.rbap",
                "rd.ilo.africa",
                "rd.ilo.asia_pacific",
                "rd.unhcr.middle_east_and_north_africa")) {
            assertThat(persons.bySignInName(name).holds(Role.REGIONAL_DIRECTOR)).isTrue();
        }
        assertThat(count("rd.%")).isEqualTo(16);
    }

    @Test
    void sendsSomaliaToTheArabStatesOfOneAndToTheAfricaOfTheOther() {
        assertThat(roster.holders(groups.parse(groups.directorOf("UNDP", "SOM"))))
                .extracting(PersonName::signInName)
                .containsExactly("rd.undp.rbas");
        assertThat(roster.holders(groups.parse(groups.directorOf("ILO", "SOM"))))
                .extracting(PersonName::signInName)
                .containsExactly("rd.ilo.africa");
        assertThat(groups.directorOf("UNDP", "CHE")).isEqualTo("regional-director:UNDP:NONE");
        assertThat(roster.anyoneHolds(groups.parse("regional-director:UNDP:NONE")))
                .isFalse();
    }

    @Test
    void hasCountryOfficesWhereThereIsACountryProgramme() {
        assertThat(count("co.undp.%")).isEqualTo(129);
        assertThat(count("co.ilo.%")).isEqualTo(129);
        assertThat(persons.bySignInName("co.ilo.vnm").holds(Role.COUNTRY_OFFICE, "ILO", "VNM"))
                .isTrue();
        assertThat(persons.bySignInName("co.unhcr.jor").holds(Role.COUNTRY_OFFICE, "UNHCR", "JOR"))
                .isTrue();
    }

    @Test
    void letsOneResidentCoordinatorServeSeveralCountries() {
        assertThat(count("rc.%")).isEqualTo(130);
        assertThat(persons.bySignInName("rc.brb").mandates()).hasSize(10);
        assertThat(persons.bySignInName("rc.vnm").mandates()).hasSize(1);
    }

    @Test
    void hasTheOthersToo() {
        for (String name : List.of("team.undp", "team.ilo", "fund.cov00", "observer", "admin")) {
            assertThat(persons.bySignInName(name).mandates()).hasSize(1);
        }
    }

    @Test
    void saysWhoIsMeantInWords() {
        assertThat(english("focal-point:UNDP:FFA-A3")).isEqualTo("UNDP focal points of area 3");
        assertThat(english("focal-point:ILO:FFA-A3")).isEqualTo("ILO focal points of area 3 (FFA)");
        assertThat(english("country-office:UNDP:VNM")).isEqualTo("UNDP country office in Viet Nam");
        assertThat(english("regional-director:ILO:AFRICA")).isEqualTo("ILO Regional Director for Africa");
        assertThat(english("administrator:-:WORLD")).isEqualTo("administrators");
        assertThat(roster.describe(MandatePattern.parse("regional-director:ILO:AFRICA"), Locale.FRENCH))
                .isEqualTo("directeur régional OIT, Afrique");
    }

    private String english(String group) {
        return roster.describe(MandatePattern.parse(group), Locale.ENGLISH);
    }

    /** The transactions that last wrote each person. */
    private String writtenBy() {
        return jdbc.queryForObject("select string_agg(xmin::text, ',' order by id) from tandem.person", String.class);
    }

    @Test
    void isWrittenOnceAndLeavesChangesAlone() {
        int persons = jdbc.queryForObject("select count(*) from tandem.person", Integer.class);
        jdbc.update("update tandem.mandate set ended_at = now() where group_name = 'task-team:UNHCR:WORLD'");
        String written = writtenBy();

        demoRoster.run(new DefaultApplicationArguments());

        assertThat(writtenBy()).as("no row is written again").isEqualTo(written);
        assertThat(jdbc.queryForObject("select count(*) from tandem.person", Integer.class))
                .isEqualTo(persons);
        assertThat(roster.anyoneHolds(MandatePattern.parse("task-team:UNHCR:WORLD")))
                .isFalse();
    }

    @Test
    void signsEverybodyInWithTheSamePassword() {
        for (String name : List.of("fp.undp.a3.2", "RD.ILO.Africa", "co.undp.vnm")) {
            assertThat(browser.withBasicAuth(name, DemoPasswords.PASSWORD)
                            .getForEntity("/api/nothing-here", String.class)
                            .getStatusCode())
                    .isEqualTo(HttpStatus.NOT_FOUND);
        }
        assertThat(browser.withBasicAuth("fp.undp.a3", "tundem")
                        .getForEntity("/api/nothing-here", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void nobodyGetsInWithItOnceTheRosterIsNotWanted() {
        transaction.executeWithoutResult(undone -> {
            int all = withPassword();
            passwords.takeFrom(demoRoster.wanted());
            int chosenBefore = withPassword();
            jdbc.update("update tandem.person set password_hash = '{noop}chosen' where id ="
                    + " (select person_id from tandem.sign_in_name where name = 'fund.cov00')");

            passwords.takeFrom(demoRoster.wanted());

            assertThat(all).isGreaterThan(300 + chosenBefore);
            assertThat(withPassword()).as("who chose a password of their own").isEqualTo(chosenBefore + 1);

            demoRoster.run(new DefaultApplicationArguments());

            assertThat(withPassword()).isEqualTo(all);
            undone.setRollbackOnly();
        });
    }

    private int withPassword() {
        return jdbc.queryForObject("select count(*) from tandem.person where password_hash is not null", Integer.class);
    }

    private int count(String names) {
        return jdbc.queryForObject(
                "select count(*) from tandem.sign_in_name where main and name like ?", Integer.class, names);
    }
}
