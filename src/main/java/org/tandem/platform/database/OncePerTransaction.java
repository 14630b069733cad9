package org.tandem.platform.database;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is looked up, or set, once in a transaction and forgotten with it. Outside of one nothing is kept. */
public final class OncePerTransaction {

    private record Kept(Object key, Object value) implements TransactionSynchronization {}

    private OncePerTransaction() {}

    @SuppressWarnings("unchecked") // of the same key
    public static <T> T get(Object key, Supplier<T> look) {
        return (T) kept().filter(kept -> kept.key().equals(key))
                .findFirst()
                .map(Kept::value)
                .orElseGet(() -> keep(key, look.get()));
    }

    private static Stream<Kept> kept() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? TransactionSynchronizationManager.getSynchronizations().stream()
                        .filter(Kept.class::isInstance)
                        .map(Kept.class::cast)
                : Stream.of();
    }

    private static Object keep(Object key, Object value) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new Kept(key, value));
        }
        return value;
    }
}
