package org.tandem.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Does the figure know how far every state is? */
class CountriesByStateTests {

    @Test
    void knowsEveryStateOfSelection() {
        List<String> states = Stream.concat(Stream.of(SelectionState.values()).map(Enum::name), Stream.of("SUSPENDED"))
                .toList();

        assertThat(CountriesByState.STATES).containsExactlyInAnyOrderElementsOf(states);
    }
}
