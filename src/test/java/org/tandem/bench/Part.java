package org.tandem.bench;

/** One of the questions the bench answers; by its name it is chosen on the command line. */
interface Part {

    String name();

    /** Measures, and adds what it found; sizes and repetitions follow {@link Settings#scaled}. */
    void run(Settings settings, Rows rows) throws Exception;
}
