package org.tandem.platform.imports;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.tandem.platform.AlreadyThere;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;

/** A second import beside that of nominations: names, kept in a list; knows nothing of cases. */
public class ExampleImport implements SpreadsheetImport {

    private final List<String> names = new CopyOnWriteArrayList<>();

    @Override
    public ImportPlace place() {
        return new ImportPlace(
                "examples",
                "examples",
                "selection.import.",
                "/examples/import",
                "/api/examples/imports",
                "/countries",
                "countries.nav",
                "/countries",
                "/countries/");
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                ImportColumn.required("fullName", "Vanuatu").shown("selection.field.country"),
                ImportColumn.optional("note", ""));
    }

    @Override
    public void mayImport(SignedIn who) {
        if (who.username().equals("observer")) {
            throw Refused.forbidden("selection.refused.onlyCoordinators");
        }
    }

    @Override
    public Function<SentRow, Judged> judge(SignedIn who) {
        return row -> {
            String name = String.valueOf(row.text("fullName"));
            if (names.contains(name)) {
                return new Judged(
                        Set.of(name), List.of(new AlreadyThere("fullName", "selection.refused.alreadyOpen", name)));
            }
            return new Judged(
                    Set.of(name),
                    name.length() > 3
                            ? List.of(Refused.invalid("fullName", "selection.refused.unknownCountry", name))
                            : List.of());
        };
    }

    @Override
    public List<String> open(SentRow row, SignedIn who) {
        names.add(String.valueOf(row.text("fullName")));
        return List.of(names.get(names.size() - 1));
    }
}
