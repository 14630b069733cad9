package org.tandem.tasks.forms;

import java.math.BigDecimal;
import java.util.Currency;
import lombok.With;
import org.jspecify.annotations.Nullable;

/** What a form file demands of an answer. */
record Rules(
        boolean required,
        int minLength,
        @With int maxLength,
        @Nullable SafePattern pattern,
        @Nullable Shape shape,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Integer decimalDigits,
        @Nullable BigDecimal increment,
        Subtype subtype,
        boolean notPast,
        @Nullable DateBound earliest,
        @Nullable DateBound latest,
        int timeInterval,
        @Nullable Picker picker,
        @Nullable String each,
        @Nullable Currency currency,
        @With int maxWords,
        Rows rows,
        @Nullable String fileKind,
        boolean several) {

    static final int TEXTFIELD_LENGTH = 1_000;
    static final int TEXTAREA_LENGTH = 20_000;

    /**
     * How many rows a list may have.
     *
     * @param begin rows before anybody has added one
     * @param mayChange whether rows may be added and removed
     */
    record Rows(int least, int most, int begin, boolean mayChange) {

        static final int MOST = 200;
    }

    enum Shape {
        EMAIL,
        PHONE
    }

    /** What a select picks from by typing. */
    enum Picker {
        COUNTRY,
        PERSON
    }

    enum Subtype {
        DATE,
        TIME,
        DATETIME
    }
}
