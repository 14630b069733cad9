package org.tandem.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How many tasks are open; of these, how many are due soon and how many overdue. */
record Load(Counted open, Counted dueSoon, Counted overdue) {

    static Load none(FigureFilter list, View view) {
        return of(0, 0, 0, list, view);
    }

    static Load of(long open, long soon, long overdue, FigureFilter list, View view) {
        return new Load(
                list.counted(open, view),
                list.withDue(FigureFilter.SOON).counted(soon, view),
                list.withDue(FigureFilter.OVERDUE).counted(overdue, view));
    }

    static Load read(ResultSet row, FigureFilter list, View view) throws SQLException {
        return of(row.getLong("open"), row.getLong("soon"), row.getLong("overdue"), list, view);
    }
}
