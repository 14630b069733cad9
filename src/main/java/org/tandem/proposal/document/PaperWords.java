package org.tandem.proposal.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.tandem.countries.Countries;
import org.tandem.funds.Markers;
import org.tandem.platform.Message;
import org.tandem.platform.web.Translator;

/** What content is called on paper: by the messages of the form it was written in, by words of our own, or by its own name. */
@Component
@RequiredArgsConstructor
class PaperWords {

    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}\\.\\d{2}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,60}");

    /** Of parts that are written in no form: which field comes after which. */
    private static final Map<String, List<String>> ORDERS = Map.of(
            "budget",
            Stream.of(
                            "currency organisations organisation indirectRate fixedTotal lines category description years year requested own other total")
                    .flatMap(names -> Stream.of(names.split(" ")))
                    .flatMap(name -> Stream.of(
                            name,
                            "organisations." + name,
                            "organisations.lines." + name,
                            "organisations.lines.years." + name))
                    .toList(),
            "partners",
            List.of("name", "result", "validUntil", "agency", "note"),
            "consultations",
            List.of("country", "kind", "held", "whom", "on", "note"));

    /** Fields of such parts in which somebody chose; whatever else looks like a code was typed. */
    private static final Set<String> CHOICES = Set.of("partners.result", "consultations.kind", "consultations.held");

    private final Translator translator;
    private final Countries countries;
    private final Markers markers;
    private final ObjectMapper json;
    private final Map<String, List<String>> orders = new ConcurrentHashMap<>();

    String say(Locale locale, String key, Object... args) {
        return translator.say(Message.of(key, args), locale);
    }

    Optional<String> known(Locale locale, String key) {
        String said = say(locale, key);
        return said.equals(key) ? Optional.empty() : Optional.of(said);
    }

    /** @param path of the field, such as {@code indicators.baseline} of the form {@code resultsFramework} */
    String label(Locale locale, String form, String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        return known(locale, "form." + form + "." + path + ".label")
                .or(() -> known(locale, "proposal.document.field." + last))
                .orElseGet(() -> readable(last));
    }

    /**
     * Choices by their words, amounts of the budget and days as the reader writes them, everything else as it was typed.
     *
     * @param form empty when it is not known any more, and so is what was a choice
     */
    String value(Locale locale, String form, String path, String value) {
        if (path.endsWith("country")) {
            return countries.find(value).map(country -> country.name(locale)).orElse(value);
        }
        if (form.equals("budget") && path.endsWith("category")) {
            return value + " "
                    + markers.find("unsdg_budget_categories")
                            .flatMap(set -> set.marker(value))
                            .map(marker -> marker.label(locale))
                            .orElse("");
        }
        boolean chosen = form.isEmpty() || CHOICES.contains(form + "." + path);
        if (chosen && CODE.matcher(value).matches()) {
            Optional<String> choice = known(locale, "proposal.document.value." + value);
            if (choice.isPresent()) {
                return choice.get();
            }
        }
        if (form.equals("budget")
                && !path.endsWith("description")
                && AMOUNT.matcher(value).matches()) {
            NumberFormat format = NumberFormat.getNumberInstance(locale);
            format.setMinimumFractionDigits(2);
            return format.format(new BigDecimal(value));
        }
        return DATE.matcher(value).matches() ? date(locale, value) : value;
    }

    private static String date(Locale locale, String value) {
        try {
            return LocalDate.parse(value).format(DateTimeFormatter.ofPattern("d MMMM uuuu", locale));
        } catch (DateTimeException noDay) {
            return value;
        }
    }

    /** English words of the data, such as who signs; their translation where there is one. */
    String ofData(Locale locale, String kind, String english) {
        return known(
                        locale,
                        "proposal.document." + kind + "."
                                + english.toLowerCase(Locale.ENGLISH)
                                        .replaceAll("[^a-z0-9]+", "-")
                                        .replaceAll("-$", ""))
                .orElse(english);
    }

    /** {@code indirectRate} is Indirect rate. */
    static String readable(String key) {
        String words = key.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("[_-]+", " ")
                .strip();
        return words.isEmpty()
                ? key
                : words.substring(0, 1).toUpperCase(Locale.ROOT)
                        + words.substring(1).toLowerCase(Locale.ROOT);
    }

    /** Paths of the fields of a form in their order; empty when there is no such form. */
    List<String> order(String form) {
        List<String> known = ORDERS.get(form);
        return known == null ? orders.computeIfAbsent(form, this::readOrder) : known;
    }

    private List<String> readOrder(String form) {
        ClassPathResource file = new ClassPathResource("forms/proposal/sections/" + form + ".form");
        if (!file.exists()) {
            return List.of();
        }
        try (InputStream content = file.getInputStream()) {
            List<String> order = new ArrayList<>();
            collect(json.readTree(content), "", order);
            return Collections.unmodifiableList(order);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    private static void collect(JsonNode holder, String path, List<String> order) {
        holder.path("components").forEach(component -> {
            String name = component.path("key").asText(component.path("path").asText());
            String inner = name.isEmpty() ? path : path + name;
            if (!name.isEmpty()) {
                order.add(inner);
            }
            collect(component, inner.isEmpty() ? "" : inner + ".", order);
        });
    }
}
