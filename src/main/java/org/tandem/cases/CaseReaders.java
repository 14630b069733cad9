package org.tandem.cases;

import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Mandate;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.platform.register.Condition;

/**
 * Who may read which cases, one rule for page, list, count, export and search: any mandate of the framework's parties,
 * observers, administrators (D20), and whom the kind of case names beside them (D43).
 */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class CaseReaders {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Frameworks frameworks;
    private final CaseTypes types;

    public boolean mayRead(SignedIn who, CaseView view) {
        return mayReadAll(who, view.framework()) || readers(view.kind()).anyMatch(reader -> reader.admits(who, view));
    }

    /** Whether somebody who may read the case reads what was said on it for this group. */
    boolean hears(SignedIn who, CaseView view, @Nullable String group) {
        return mayReadAll(who, view.framework())
                || readers(view.kind()).anyMatch(reader -> !reader.ownWordsOnly() && reader.admits(who, view))
                || who.mandates().stream().anyMatch(own -> own.group().equals(group));
    }

    /** Whether it may be read by whoever holds this mandate and no other. */
    public boolean mayRead(MandatePattern group, CaseView view) {
        Mandate only = new Mandate(NOBODY, group.role(), group.agency(), group.scopeKind(), group.scope());
        return mayRead(new SignedIn(NOBODY, "", "", Locale.ROOT, ZoneOffset.UTC, List.of(only)), view);
    }

    /** Whether the person may read every case of a framework, whatever its kind. */
    public boolean mayReadAll(SignedIn who, String framework) {
        return frameworks
                .byShortCode(framework)
                .filter(found -> mayReadAll(who, found))
                .isPresent();
    }

    /** The frameworks of which the person may read every case. */
    public List<Framework> frameworks(SignedIn who) {
        return frameworks.all().stream()
                .filter(framework -> mayReadAll(who, framework))
                .toList();
    }

    private static boolean mayReadAll(SignedIn who, Framework framework) {
        return who.holds(Role.OBSERVER) || who.isAdministrator() || who.belongsToAny(framework.parties());
    }

    /** What holds of the cases of a kind that the person may read. */
    public CaseCondition where(String kind, SignedIn who, String alias) {
        CaseCondition readable = where(who, alias, List.of(types.of(kind)));
        Map<String, Object> params = new HashMap<>(readable.params());
        params.put("readableKind", kind);
        return new CaseCondition("(%s.kind = :readableKind and %s)".formatted(alias, readable.sql()), params);
    }

    /** The same for the rows of a register. */
    <R extends CaseRow> Condition<R> rows(String kind, SignedIn who) {
        List<String> all = frameworks(who).stream().map(Framework::shortCode).toList();
        List<CaseReader> mine = readers(kind)
                .filter(reader -> !who.scopes(reader.role()).isEmpty())
                .toList();
        if (mine.isEmpty()) {
            return Condition.oneOf("framework", all);
        }
        return Condition.where((row, query, builder) -> {
            Subquery<String> files = query.subquery(String.class);
            Root<CaseFile> file = files.from(CaseFile.class);
            files.select(file.get("id"))
                    .where(builder.or(mine.stream()
                            .map(reader -> reader.of(file, builder, who))
                            .toArray(Predicate[]::new)));
            return builder.or(row.get("framework").in(all), row.get("id").in(files));
        });
    }

    /** What holds of the cases of all kinds that the person may read. */
    public CaseCondition where(SignedIn who, String alias) {
        return where(who, alias, types.all());
    }

    private CaseCondition where(SignedIn who, String alias, List<CaseType> kinds) {
        Map<String, Object> params = new HashMap<>();
        params.put(
                "readableFrameworks",
                frameworks(who).stream().map(Framework::shortCode).toArray(String[]::new));
        List<String> either = new ArrayList<>(List.of(alias + ".framework = any(:readableFrameworks)"));
        for (CaseType type : kinds) {
            for (CaseReader reader : type.readers()) {
                Set<String> scopes = who.scopes(reader.role());
                if (!scopes.isEmpty()) {
                    int number = either.size();
                    either.add("%1$s.kind = :readableKind%2$d and %1$s.state = any(:readableStates%2$d) and %3$s"
                            .formatted(alias, number, reader.sql(alias, "readableScopes" + number)));
                    params.put("readableKind" + number, type.kind());
                    params.put("readableStates" + number, reader.states().toArray(String[]::new));
                    params.put("readableScopes" + number, scopes.toArray(String[]::new));
                }
            }
        }
        return new CaseCondition("(" + String.join(" or ", either) + ")", params);
    }

    /** For whom a case can be found, by facts of the case only: changed mandates change what a person is, not the case. */
    Set<String> audience(CaseView view) {
        return Stream.concat(
                        Stream.of(view.framework()),
                        readers(view.kind()).flatMap(reader -> reader.audience(view).stream()))
                .collect(Collectors.toSet());
    }

    Set<String> audiencesOf(SignedIn who) {
        return Stream.concat(
                        frameworks(who).stream().map(Framework::shortCode),
                        types.all().stream()
                                .flatMap(type -> type.readers().stream())
                                .flatMap(reader -> reader.audiencesOf(who).stream()))
                .collect(Collectors.toSet());
    }

    /** Changes when a kind of case names other readers: then its documents need other audiences. */
    String declared() {
        return types.all().stream()
                .flatMap(type -> type.readers().stream()
                        .map(reader -> type.kind() + reader.role() + reader.about() + new TreeSet<>(reader.states())))
                .collect(Collectors.joining());
    }

    private Stream<CaseReader> readers(String kind) {
        return types.find(kind).stream().flatMap(type -> type.readers().stream());
    }
}
