package org.tandem.platform.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.web.util.UriComponentsBuilder;
import org.tandem.platform.SignedIn;

/**
 * What is asked of a register, as it stands in the address.
 *
 * @param values of the filters, by their keys; only those that are chosen
 * @param order null where nobody asked for one that exists
 * @param after id of a row, null for pages
 */
record RegisterAddress<R>(
        Register<R> register,
        Map<String, String> values,
        @Nullable Order order,
        int page,
        @Nullable String after) {

    private static final int LAST_PAGE = 100_000;

    /** @param parameter gives the value of a query parameter, or null */
    static <R> RegisterAddress<R> parse(Register<R> register, UnaryOperator<@Nullable String> parameter) {
        Map<String, String> values = new LinkedHashMap<>();
        register.filters.forEach(filter -> {
            String value = chosen(parameter.apply(filter.key()));
            if (value != null) {
                values.put(filter.key(), value);
            }
        });
        String sort = chosen(parameter.apply("sort"));
        Order order = register.orders.stream()
                .filter(known -> known.key().equals(sort))
                .findFirst()
                .orElse(null);
        return new RegisterAddress<>(
                register, values, order, page(parameter.apply("page")), chosen(parameter.apply("after")));
    }

    private static @Nullable String chosen(@Nullable String value) {
        String plain = value == null ? "" : value.replace("\0", "").strip();
        return plain.isEmpty() ? null : plain;
    }

    private static int page(@Nullable String page) {
        try {
            return page == null || page.isBlank() ? 1 : Math.max(1, Math.min(Integer.parseInt(page), LAST_PAGE));
        } catch (NumberFormatException noNumber) {
            return 1;
        }
    }

    List<Condition<R>> conditions(SignedIn who) {
        return register.within(who, conditions(""));
    }

    /** What all filters but one ask for. */
    List<Condition<R>> conditions(String other) {
        List<Condition<R>> conditions = new ArrayList<>();
        register.filters.stream()
                .filter(filter ->
                        values.containsKey(filter.key()) && !filter.key().equals(other))
                .forEach(filter -> conditions.add(filter.narrow().apply(values.get(filter.key()), values)));
        return conditions;
    }

    Order chosenOrder() {
        return order == null ? register.orders.get(0) : order;
    }

    Sort sort(Locale locale) {
        return chosenOrder().sort().apply(locale);
    }

    boolean narrows() {
        return !values.isEmpty();
    }

    String page(int number) {
        return address(register.address, values, number);
    }

    String file(String ending) {
        return address(register.data + ending, values, 1);
    }

    /** What a saved view keeps: filters and order, not the page. */
    String query() {
        String address = page(1);
        return address.substring(Math.min(address.length(), register.address.length() + 1));
    }

    String action(Register.Action action) {
        Map<String, String> carried = new LinkedHashMap<>(values);
        carried.keySet().retainAll(action.carried());
        return new RegisterAddress<>(register, carried, null, 1, null).address(action.href(), carried, 1);
    }

    private String address(String path, Map<String, String> filters, int number) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, String> kept = new LinkedHashMap<>(filters);
        if (order != null) {
            kept.put("sort", order.key());
        }
        kept.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        if (number > 1) {
            address.queryParam("page", number);
        }
        return address.encode().buildAndExpand(kept).toUriString();
    }
}
