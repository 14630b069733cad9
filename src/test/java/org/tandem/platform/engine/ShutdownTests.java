package org.tandem.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** What becomes of a job that runs when the node is stopped? */
class ShutdownTests {

    @Test
    void letsARunningJobFinish() throws InterruptedException {
        ThreadPoolTaskExecutor executor =
                (ThreadPoolTaskExecutor) new EngineConfiguration().camundaTaskExecutor(new CamundaBpmProperties());
        executor.initialize();
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicBoolean finished = new AtomicBoolean();
        executor.execute(() -> {
            running.countDown();
            try {
                finished.set(mayEnd.await(30, TimeUnit.SECONDS));
            } catch (InterruptedException cutOff) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();

        Thread stopping = new Thread(executor::shutdown);
        stopping.start();
        while (!executor.getThreadPoolExecutor().isShutdown()) {
            Thread.onSpinWait();
        }
        assertThat(finished).isFalse();
        mayEnd.countDown();
        stopping.join();

        assertThat(finished).isTrue();
    }
}
