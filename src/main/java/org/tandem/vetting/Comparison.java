package org.tandem.vetting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.tandem.platform.register.Register;

/**
 * Countries beside each other: what differs, the most important first, and what is the same for all.
 *
 * @param waiting how many wait for this person altogether, shown or not
 * @param gone cases that were asked for and do not wait for this person, or not any more
 * @param facts that are known of any of them
 */
record Comparison(
        List<Candidate> candidates,
        long waiting,
        List<String> gone,
        @JsonIgnore List<Register.Compared> facts) {

    /** Facts in columns; sentences stand below a country. */
    @JsonIgnore
    public List<Register.Compared> columns() {
        return facts.stream().filter(fact -> fact.differs() && !fact.text()).toList();
    }

    @JsonIgnore
    public List<Register.Compared> texts() {
        return facts.stream().filter(fact -> fact.differs() && fact.text()).toList();
    }

    /** None with a single country. */
    @JsonIgnore
    public List<Register.Compared> alike() {
        return facts.stream().filter(fact -> !fact.differs()).toList();
    }

    @JsonProperty
    List<String> differing() {
        return facts.stream()
                .filter(Register.Compared::differs)
                .map(Register.Compared::name)
                .toList();
    }

    @JsonProperty
    List<String> same() {
        return alike().stream().map(Register.Compared::name).toList();
    }

    /** Those that can be decided here. */
    List<String> tasks() {
        return candidates.stream()
                .filter(Candidate::decidable)
                .map(Candidate::task)
                .toList();
    }

    public long decidable() {
        return candidates.stream().filter(Candidate::decidable).count();
    }
}
