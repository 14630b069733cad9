package org.tandem.platform.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.Translator;

/** Reads what an address asks of a register, for those who may read it. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class ReadRegister {

    private final Translator translator;

    <R> RegisterTable table(RegisterAddress<R> address, SignedIn who) {
        Register<R> register = address.register();
        List<Condition<R>> conditions = address.conditions(who);
        Page<R> found = page(address, conditions);
        int number = address.page();
        long before = (number - 1L) * register.size;
        return new RegisterTable(
                new RegisterTable.Heading(
                        register.address,
                        register.title,
                        register.lead,
                        address.narrows() ? register.foundTitle : register.emptyTitle,
                        address.narrows() ? register.foundText : register.emptyText),
                register.actions.stream()
                        .filter(action -> action.shownTo().test(who))
                        .map(action -> new RegisterTable.Button(action.label(), address.action(action)))
                        .toList(),
                register.notes.apply(who),
                fields(address, who),
                register.orders.stream()
                        .map(order -> new Choice(order.key(), translator.say(order.label())))
                        .toList(),
                address.chosenOrder().key(),
                address.narrows(),
                sentences(register, conditions, found.getTotalElements()),
                register.columns.stream().map(Column::label).toList(),
                lines(register, found.getContent()),
                found.isEmpty() ? 0 : before + 1,
                before + found.getNumberOfElements(),
                found.getTotalElements(),
                number > 1 ? address.page(number - 1) : null,
                found.hasNext() ? address.page(number + 1) : null,
                address.file(".csv"),
                address.file(".xlsx"),
                address.query());
    }

    /** The same as data, by names. */
    <R> Map<String, Object> data(RegisterAddress<R> address, SignedIn who) {
        Register<R> register = address.register();
        List<Condition<R>> conditions = address.conditions(who);
        boolean windows = address.after() != null || register.windows && address.order() == null && address.page() == 1;
        long total;
        List<R> rows;
        @Nullable String next = null;
        if (windows) {
            total = register.rows.count(conditions);
            rows = new ArrayList<>(register.rows.after(
                    Objects.requireNonNullElse(address.after(), ""), conditions, register.size + 1));
            if (rows.size() > register.size) {
                rows.remove(register.size);
                next = String.valueOf(register.fields.get(0).value().apply(rows.get(register.size - 1)));
            }
        } else {
            Page<R> found = page(address, conditions);
            total = found.getTotalElements();
            rows = found.getContent();
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        if (!register.figures.isEmpty()) {
            answer.put("figures", register.figures(conditions));
        }
        answer.put(
                register.rowsName, rows.stream().map(row -> data(register, row)).toList());
        answer.put("total", total);
        answer.put("page", address.page());
        answer.put("pageSize", register.size);
        answer.put("pages", Math.max(1, (total + register.size - 1) / register.size));
        answer.put("next", next);
        return answer;
    }

    static <R> Map<String, Object> data(Register<R> register, R row) {
        Map<String, Object> data = new LinkedHashMap<>();
        register.fields.stream()
                .filter(Datum::inApi)
                .forEach(field -> data.put(field.name(), field.value().apply(row)));
        return data;
    }

    static <R> List<List<List<Cell>>> lines(Register<R> register, List<R> rows) {
        return rows.stream()
                .map(row -> register.columns.stream()
                        .map(column -> column.cell().apply(row))
                        .toList())
                .toList();
    }

    private static <R> Page<R> page(RegisterAddress<R> address, List<Condition<R>> conditions) {
        return address.register()
                .rows
                .page(conditions, PageRequest.of(address.page() - 1, address.register().size, address.sort(locale())));
    }

    private <R> List<String> sentences(Register<R> register, List<Condition<R>> conditions, long total) {
        List<String> sentences = new ArrayList<>();
        if (register.count != null) {
            sentences.add(translator.say(register.count, total));
        }
        if (!register.figures.isEmpty()) {
            register.sentences.apply(register.figures(conditions)).stream()
                    .map(translator::say)
                    .forEach(sentences::add);
        }
        return sentences;
    }

    private <R> List<RegisterTable.Field> fields(RegisterAddress<R> address, SignedIn who) {
        Register<R> register = address.register();
        List<Filter<R>> shown = register.filters.stream()
                .filter(filter -> filter.label() != null)
                .toList();
        Map<String, Set<String>> occurring = register.rows.values(shown.stream()
                .filter(filter -> filter.known() != null && filter.property() != null)
                .collect(Collectors.toMap(
                        Filter::property, filter -> register.within(who, address.conditions(filter.key())))));
        return shown.stream()
                .map(filter -> field(filter, address.values().get(filter.key()), occurring.get(filter.property())))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Null where there is nothing to choose.
     *
     * @param occurring null where all that is known can be chosen
     */
    private RegisterTable.@Nullable Field field(
            Filter<?> filter, @Nullable String chosen, @Nullable Set<String> occurring) {
        String label = translator.say(Objects.requireNonNull(filter.label()));
        if (filter.known() == null) {
            return new RegisterTable.Field(filter.key(), label, chosen, null);
        }
        List<Choice> choices = new ArrayList<>(filter.known().get());
        if (occurring != null) {
            choices.removeIf(choice ->
                    !occurring.contains(choice.value()) && !choice.value().equals(chosen));
            choices.forEach(choice -> occurring.remove(choice.value()));
            occurring.stream().sorted().forEach(value -> choices.add(new Choice(value, value)));
        }
        List<RegisterTable.Group> groups = grouped(choices);
        boolean pointless =
                chosen == null && (occurring != null && choices.size() < 2 || filter.ofOneGroup() && groups.size() > 1);
        return pointless ? null : new RegisterTable.Field(filter.key(), label, chosen, groups);
    }

    private static List<RegisterTable.Group> grouped(List<Choice> choices) {
        Map<String, List<Choice>> groups = new LinkedHashMap<>();
        choices.forEach(choice -> groups.computeIfAbsent(
                        Objects.requireNonNullElse(choice.group(), ""), name -> new ArrayList<>())
                .add(choice));
        return groups.entrySet().stream()
                .map(group -> new RegisterTable.Group(group.getKey(), group.getValue()))
                .toList();
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
