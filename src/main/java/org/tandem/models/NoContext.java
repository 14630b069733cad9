package org.tandem.models;

import java.util.Optional;
import java.util.Set;

/** Nothing is known about people, limits and beans when a folder is looked at by itself. */
record NoContext() implements ModelContext {

    @Override
    public Set<String> candidateGroups() {
        return Set.of();
    }

    @Override
    public Set<String> stepLimits() {
        return Set.of();
    }

    @Override
    public Set<String> delegates() {
        return Set.of();
    }

    @Override
    public Set<String> implementedTasks() {
        return Set.of();
    }

    @Override
    public Optional<FormFault> faultOf(String file, String json) {
        return Optional.empty();
    }
}
