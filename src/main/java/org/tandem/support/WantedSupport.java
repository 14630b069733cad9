package org.tandem.support;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the register is asked for, as it stands in the address; nothing chosen is null, and what nobody knows finds nothing.
 *
 * @param area with its framework, such as FFA-A3
 */
record WantedSupport(
        @Nullable String framework,
        @Nullable String topic,
        @Nullable String country,
        @Nullable String area,
        @Nullable String state,
        @Nullable String useful,
        @Nullable String sort,
        @Nullable Integer page) {

    WantedSupport {
        framework = chosen(framework);
        topic = chosen(topic);
        country = chosen(country);
        area = chosen(area);
        state = chosen(state);
        useful = chosen(useful);
        sort = chosen(sort);
    }

    private static @Nullable String chosen(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.replace("\0", "");
    }

    SupportList.Filter filter() {
        int dash = area == null ? -1 : area.lastIndexOf('-');
        String ofArea = dash < 0 || area == null ? null : area.substring(0, dash);
        boolean contradicts = framework != null && ofArea != null && !framework.equals(ofArea);
        return new SupportList.Filter(
                framework == null ? ofArea : framework,
                area == null ? null : contradicts ? area : area.substring(dash + 1),
                country,
                topic,
                state,
                useful);
    }

    SupportList.Order order() {
        for (SupportList.Order order : SupportList.Order.values()) {
            if (order.name().toLowerCase(Locale.ROOT).equals(sort)) {
                return order;
            }
        }
        return SupportList.Order.NEWEST;
    }

    int number() {
        return page == null ? 1 : Math.max(1, Math.min(page, 100_000));
    }

    int from() {
        return (number() - 1) * SupportList.PAGE;
    }

    public boolean narrows() {
        return filterValues().values().stream().anyMatch(value -> value != null);
    }

    /** Names and values of the filters, as they go into an address. */
    Map<String, @Nullable String> filterValues() {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        values.put("framework", framework);
        values.put("topic", topic);
        values.put("country", country);
        values.put("area", area);
        values.put("state", state);
        values.put("useful", useful);
        return values;
    }
}
