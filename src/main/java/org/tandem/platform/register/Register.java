package org.tandem.platform.register;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;

/**
 * A register, declared once as a bean: from it come the page, the files, the saved views, the API and its description. Every
 * register answers GET at its address, at {@code /api} + the address of its data, and there as {@code .csv} and {@code .xlsx}.
 *
 * @param <R> a row; what it is about has one row, whatever else it has several of
 */
public final class Register<R> {

    final String module;
    final String address;
    final Rows<R> rows;
    String data;
    String operation = "list";
    String title = "";

    @Nullable
    String lead;

    String rowsName = "rows";
    String fileName;

    @Nullable
    String count;

    String emptyTitle = "";
    String emptyText = "";
    String foundTitle = "platform.reference.nothing.title";
    String foundText = "platform.reference.nothing.text";
    int size = 50;
    boolean windows;
    boolean filesOnly;
    Function<SignedIn, Condition<R>> scope = who -> Condition.oneOf("id", List.of());
    final List<Filter<R>> filters = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
    final List<Column<R>> columns = new ArrayList<>();
    final List<Datum<R>> fields = new ArrayList<>();
    final Map<String, Condition<R>> figures = new LinkedHashMap<>();
    final List<Action> actions = new ArrayList<>();
    Function<Map<String, Long>, List<Message>> sentences = counts -> List.of();
    Function<SignedIn, List<Note>> notes = who -> List.of();

    /** @param carried filters whose values go along */
    record Action(String label, String href, Predicate<SignedIn> shownTo, List<String> carried) {}

    /** A line over the table: a link, and what is to be said of it. */
    public record Note(String href, String text, String more) {}

    /** @param module whose register it is; its rows are in the API under the module's name */
    public Register(String module, String address, Rows<R> rows) {
        this.module = module;
        this.address = address;
        this.data = address;
        this.rows = rows;
        this.fileName = module;
    }

    /** Message keys of the heading, and of what is said when there is nothing at all. */
    public Register<R> words(String heading, String nothing, String nothingHint) {
        title = heading;
        emptyTitle = nothing;
        emptyText = nothingHint;
        return this;
    }

    public Register<R> lead(String key) {
        lead = key;
        return this;
    }

    /** Message key of the sentence that says how many there are. */
    public Register<R> counted(String key) {
        count = key;
        return this;
    }

    /**
     * @param at address of files and API, where it is not that of the page
     * @param name of the operation, whose sentence is the message {@code platform.api.<module>.<name>}
     * @param list name of the rows in the API's answer
     */
    public Register<R> machines(String at, String name, String list, String file) {
        data = at;
        operation = name;
        rowsName = list;
        fileName = file;
        return this;
    }

    /** Message keys of what is said when nothing is found. */
    public Register<R> nothingFound(String nothing, String nothingHint) {
        foundTitle = nothing;
        foundText = nothingHint;
        return this;
    }

    /** How many rows stand on a page, where it is not 50. */
    public Register<R> pagesOf(int rowsOnPage) {
        size = rowsOnPage;
        return this;
    }

    /** Machines that name no order get the rows in the order of their ids, to go on from the last one. */
    public Register<R> inWindows() {
        windows = true;
        return this;
    }

    /** A page and an API of the stage's own show its columns; only the files come from here. */
    public Register<R> onAPageOfItsOwn() {
        filesOnly = true;
        return this;
    }

    /** Which rows a reader may read; refuses who may read none of it at all. */
    public Register<R> scope(Function<SignedIn, Condition<R>> rule) {
        scope = rule;
        return this;
    }

    public Register<R> filter(Filter<R> filter) {
        filters.add(filter);
        return this;
    }

    /** The first one stands when nobody chooses. */
    public Register<R> order(Order order) {
        orders.add(order);
        return this;
    }

    /** A column of the page; the first one names the row. */
    public Register<R> column(String label, Function<R, Cell> cell) {
        return cells(label, row -> List.of(cell.apply(row)));
    }

    public Register<R> cells(String label, Function<R, List<Cell>> cells) {
        columns.add(new Column<>(label, false, cells));
        return this;
    }

    /** Sentences that people wrote; nothing where they wrote none. */
    public Register<R> text(String label, Function<R, @Nullable String> text) {
        columns.add(new Column<>(label, true, row -> {
            String typed = text.apply(row);
            return typed == null ? List.of() : List.of(Cell.folded(typed));
        }));
        return this;
    }

    /** A field of the API that is a column of the file as well. */
    public Register<R> data(String name, Class<?> type, Function<R, @Nullable Object> value) {
        return data(name, Datum.headingOf(name), type, value);
    }

    public Register<R> data(String name, String heading, Class<?> type, Function<R, @Nullable Object> value) {
        fields.add(new Datum<>(name, heading, type, true, value));
        return this;
    }

    /** A column of the file alone. */
    public Register<R> file(String heading, Function<R, @Nullable Object> value) {
        fields.add(new Datum<>(heading, heading, String.class, false, value));
        return this;
    }

    /** All columns of the page, as text under the last words of their message keys. */
    public Register<R> columnsInFile() {
        columns.forEach(column -> file(
                name(column.label()).toLowerCase(Locale.ROOT),
                row -> column.cell().apply(row).stream().map(Cell::plain).collect(Collectors.joining(" "))));
        return this;
    }

    /** A button over the table; the first one is the one to press. */
    public Register<R> action(String label, String href, Predicate<SignedIn> shownTo, String... carried) {
        actions.add(new Action(label, href, shownTo, List.of(carried)));
        return this;
    }

    public Register<R> notes(Function<SignedIn, List<Note>> lines) {
        notes = lines;
        return this;
    }

    /** How many of the rows found fulfil something more. */
    public Register<R> figure(String name, Condition<R> condition) {
        figures.put(name, condition);
        return this;
    }

    /** What is said of the figures, {@code total} among them. */
    public Register<R> sentences(Function<Map<String, Long>, List<Message>> words) {
        sentences = words;
        return this;
    }

    /**
     * Some rows on another page.
     *
     * @param headings message keys
     * @param rows the same as data
     */
    public record Extract(
            @JsonIgnore List<String> headings,
            @JsonIgnore List<List<List<Cell>>> lines,
            @JsonValue List<Map<String, Object>> rows) {}

    /**
     * One column over several rows.
     *
     * @param cells row by row
     */
    public record Compared(String label, boolean text, List<List<Cell>> cells) {

        /** Whether the rows are not all alike; a single one differs from what might be. */
        public boolean differs() {
            return cells.size() == 1 || cells.stream().distinct().count() > 1;
        }

        public String name() {
            return Register.name(label);
        }
    }

    /** Rows beside each other, column by column; without columns in which nothing stands. */
    public List<Compared> beside(List<R> some) {
        return columns.stream()
                .map(column -> new Compared(
                        column.label(),
                        column.text(),
                        some.stream().map(column.cell()).toList()))
                .filter(compared -> compared.cells().stream().anyMatch(cells -> !cells.isEmpty()))
                .toList();
    }

    /** The first rows of what an address with these values would show the reader. */
    public Extract shown(SignedIn who, int most, Map<String, String> values) {
        RegisterAddress<R> address = RegisterAddress.parse(this, values::get);
        return shown(most, address.sort(LocaleContextHolder.getLocale()), address.conditions(who));
    }

    /** The first rows the reader may read of those that fulfil this, in the register's first order. */
    @SafeVarargs
    public final Extract shown(SignedIn who, int most, Condition<R>... conditions) {
        Sort sort = orders.get(0).sort().apply(LocaleContextHolder.getLocale());
        return shown(most, sort, within(who, Arrays.asList(conditions)));
    }

    private Extract shown(int most, Sort sort, List<Condition<R>> conditions) {
        List<R> found = rows.page(conditions, PageRequest.of(0, most, sort)).getContent();
        return new Extract(
                columns.stream().map(Column::label).toList(),
                ReadRegister.lines(this, found),
                found.stream().map(row -> ReadRegister.data(this, row)).toList());
    }

    /** The first rows a reader may read of those that fulfil this. */
    @SafeVarargs
    public final List<R> find(SignedIn who, int most, Sort sort, Condition<R>... conditions) {
        return rows.page(within(who, Arrays.asList(conditions)), PageRequest.of(0, most, sort))
                .getContent();
    }

    /** All figures of those that fulfil this, {@code total} among them. */
    @SafeVarargs
    public final Map<String, Long> figures(SignedIn who, Condition<R>... conditions) {
        return figures(within(who, Arrays.asList(conditions)));
    }

    Map<String, Long> figures(List<Condition<R>> conditions) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("total", rows.count(conditions));
        figures.forEach((name, condition) -> counts.put(name, rows.count(and(conditions, condition))));
        return counts;
    }

    List<Condition<R>> within(SignedIn who, List<Condition<R>> conditions) {
        return and(conditions, scope.apply(who));
    }

    static <R> List<Condition<R>> and(List<Condition<R>> conditions, Condition<R> more) {
        List<Condition<R>> all = new ArrayList<>(conditions);
        all.add(more);
        return all;
    }

    private static String name(String label) {
        return label.substring(label.lastIndexOf('.') + 1);
    }
}
