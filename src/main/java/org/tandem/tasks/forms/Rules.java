package org.tandem.tasks.forms;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What a form file demands of an answer. */
record Rules(
        boolean required,
        int minLength,
        int maxLength,
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
        @Nullable Currency currency,
        int maxWords) {

    static final int TEXTFIELD_LENGTH = 1_000;
    static final int TEXTAREA_LENGTH = 20_000;

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
