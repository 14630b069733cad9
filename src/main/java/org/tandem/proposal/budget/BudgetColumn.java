package org.tandem.proposal.budget;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tandem.platform.Message;
import org.tandem.platform.reference.Folding;
import org.tandem.platform.web.Translator;

/** The columns of a budget as rows: of what is pasted, of the workbook, and of a row for machines. */
enum BudgetColumn {
    ORGANISATION,
    CATEGORY,
    YEAR,
    DESCRIPTION,
    REQUESTED,
    OWN,
    OTHER;

    String heading() {
        return "proposal.budget.column." + name();
    }

    /** By its heading in any language. */
    static Optional<BudgetColumn> named(String heading, Translator translator) {
        String wanted = Folding.fold(heading);
        return Stream.of(values())
                .filter(column -> Stream.of(
                                column.name(),
                                translator.say(Message.of(column.heading()), Locale.ENGLISH),
                                translator.say(Message.of(column.heading()), Locale.FRENCH))
                        .map(Folding::fold)
                        .anyMatch(wanted::equals))
                .findFirst();
    }

    BudgetField field() {
        return BudgetField.valueOf(name());
    }
}
