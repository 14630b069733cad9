package org.tandem.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Is what a transaction gathers written once, in order, and only if the transaction is good? */
class TransactionBufferTests {

    private final List<List<String>> written = new ArrayList<>();
    private final TransactionBuffer<String> gathered = new TransactionBuffer<>(written::add);
    private final TransactionTemplate transaction = new TransactionTemplate(new NoDatabase());

    @Test
    void isWrittenInOneGoAndInOrder() {
        transaction.executeWithoutResult(running -> {
            gathered.add("one");
            gathered.add("two");
            assertThat(written).isEmpty();
        });
        transaction.executeWithoutResult(running -> gathered.add("three"));

        assertThat(written).containsExactly(List.of("one", "two"), List.of("three"));
    }

    @Test
    void isGoneWithATransactionThatFails() {
        transaction.executeWithoutResult(running -> {
            gathered.add("lost");
            running.setRollbackOnly();
        });
        transaction.executeWithoutResult(running -> gathered.add("kept"));

        assertThat(written).containsExactly(List.of("kept"));
    }

    @Test
    void isThereEarlierForWhoeverReadsIt() {
        gathered.now();
        transaction.executeWithoutResult(running -> {
            gathered.add("one");
            gathered.now();
            gathered.now();
            gathered.add("two");
        });

        assertThat(written).containsExactly(List.of("one"), List.of("two"));
    }

    @Test
    void keepsATransactionWithinAnotherApart() {
        TransactionTemplate own = new TransactionTemplate(transaction.getTransactionManager());
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        transaction.executeWithoutResult(running -> {
            gathered.add("outer");
            own.executeWithoutResult(within -> gathered.add("inner"));
            gathered.add("outer again");
        });

        assertThat(written).containsExactly(List.of("inner"), List.of("outer", "outer again"));
    }

    @Test
    void needsATransaction() {
        assertThatThrownBy(() -> gathered.add("nowhere")).isInstanceOf(IllegalStateException.class);
    }

    /** Transactions of nothing, one within another. */
    private static final class NoDatabase extends AbstractPlatformTransactionManager {

        private static final long serialVersionUID = 1L;

        private transient int depth;

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected boolean isExistingTransaction(Object running) {
            return depth > 0;
        }

        @Override
        protected void doBegin(Object begun, TransactionDefinition definition) {
            depth++;
        }

        @Override
        protected Object doSuspend(Object running) {
            return running;
        }

        @Override
        protected void doResume(Object running, Object suspended) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            depth--;
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            depth--;
        }
    }
}
