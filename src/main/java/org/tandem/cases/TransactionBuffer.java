package org.tandem.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction gathers to write in one go, right before it commits and still inside it: one statement for many
 * lines, and nothing written twice because a case moves twice. If the writing fails, nothing of the transaction stays.
 */
@RequiredArgsConstructor
public final class TransactionBuffer<T> {

    private final Consumer<List<T>> write;

    /** @param write is given what was added, in the order it was added; never an empty list */
    /** @throws IllegalStateException without a transaction */
    public void add(T one) {
        pending().add(one);
    }

    /** Writes what is there already, for somebody who reads it in the same transaction. */
    void now() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Pending<?>) {
            pending().write();
        }
    }

    @SuppressWarnings("unchecked") // bound by this object only
    private Pending<T> pending() {
        Pending<T> pending = (Pending<T>) TransactionSynchronizationManager.getResource(this);
        if (pending == null) {
            pending = new Pending<>(this, write);
            TransactionSynchronizationManager.registerSynchronization(pending);
            TransactionSynchronizationManager.bindResource(this, pending);
        }
        return pending;
    }

    private static final class Pending<T> implements TransactionSynchronization {

        private final Object key;
        private final Consumer<List<T>> write;
        private List<T> all = new ArrayList<>();

        Pending(Object key, Consumer<List<T>> write) {
            this.key = key;
            this.write = write;
        }

        void add(T one) {
            all.add(one);
        }

        void write() {
            List<T> some = all;
            all = new ArrayList<>();
            if (!some.isEmpty()) {
                write.accept(some);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(key);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(key, this);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResource(key);
        }
    }
}
