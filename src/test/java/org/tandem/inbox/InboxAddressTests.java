package org.tandem.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.platform.Refused;
import org.tandem.tasks.TaskFilter.Box;
import org.tandem.tasks.TaskFilter.Sort;
import org.tandem.tasks.TaskFilter.Timeliness;

class InboxAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "box=mine",
                "box=groups&area=FFA-A3",
                "box=regions&framework=JAP&country=JOR&task=vetCountry&due=overdue&sort=newest&count=exact&after=abc-_1",
                "area=X-Y-A3&due=soon&sort=priority",
                "area=A3",
                "box=regions&with=regional-director%3AILO%3AAFRICA&sort=country"
            })
    void saysAgainWhatItWasTold(String query) {
        assertThat(InboxPages.address(query).query()).isEqualTo(query);
    }

    @Test
    void readsEveryChoice() {
        InboxAddress address = InboxPages.address(
                "box=REGIONS&area=FFA-A3&country=VNM&task=vetCountry&due=soon&sort=Newest&count=exact&after=c");

        assertThat(address.exact()).isTrue();
        assertThat(address.filter().box()).isEqualTo(Box.REGIONS);
        assertThat(address.filter().framework()).isEqualTo("FFA");
        assertThat(address.filter().area()).isEqualTo("A3");
        assertThat(address.filter().country()).isEqualTo("VNM");
        assertThat(address.filter().taskKey()).isEqualTo("vetCountry");
        assertThat(address.filter().timeliness()).isEqualTo(Timeliness.DUE_SOON);
        assertThat(address.filter().sort()).isEqualTo(Sort.NEWEST);
        assertThat(address.filter().after()).isEqualTo("c");
    }

    @Test
    void takesAWholeFrameworkWhereAnAreaIsChosen() {
        InboxAddress address = InboxPages.address("area=JAP-*");

        assertThat(address.filter().framework()).isEqualTo("JAP");
        assertThat(address.filter().area()).isNull();
        assertThat(address.query()).isEqualTo("framework=JAP");
        assertThat(address.areaKey()).isEqualTo("JAP-*");
    }

    @Test
    void ignoresEmptyFieldsOfTheForm() {
        assertThat(InboxPages.address("box=&area=&country=+&task=&due=&sort=").path())
                .isEqualTo("/inbox");
    }

    @Test
    void startsAgainFromTheFirstPageWhenAnythingElseIsChosen() {
        InboxAddress third = InboxPages.address("country=VNM&after=abc");

        assertThat(third.in(Box.MINE).query()).isEqualTo("box=mine&country=VNM");
        assertThat(InboxPages.address("box=regions&with=x%3Ay%3Az").in(Box.ALL).query())
                .isEmpty();
        assertThat(third.by(Sort.NEWEST).query()).isEqualTo("country=VNM&sort=newest");
        assertThat(third.worthKeeping().query()).isEqualTo("country=VNM");
    }

    @Test
    void escapesWhatIsTyped() {
        String address = InboxAddress.parse(Map.of("country", "<b>&box=mine", "task", "naïve\u202e")::get)
                .query();

        assertThat(address).isEqualTo("country=%3Cb%3E%26box%3Dmine&task=na%C3%AFve%E2%80%AE");
        assertThat(InboxPages.address(address).query()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({"box=hers,box", "due=yesterday,due", "sort=random,sort"})
    void refusesAChoiceThatThereIsNot(String query, String field) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> InboxPages.address(query))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID));
    }
}
