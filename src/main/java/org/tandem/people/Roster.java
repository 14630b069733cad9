package org.tandem.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.platform.database.OncePerTransaction;

/** Who answers for what. Gives functions, not personal data; in templates {@code ${@roster…}}. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class Roster {

    private static final String HOLDERS = """
              from tandem.person p
              join tandem.sign_in_name n on n.person_id = p.id and n.main
             where p.active and exists (
                   select from tandem.mandate m where m.person_id = p.id and m.ended_at is null
                      and m.role = :role and m.agency = :agency and m.scope in (:scope, 'WORLD'))
            """;

    private final JdbcClient jdbc;
    private final FunctionWords words;
    private final MessageSource messages;

    /** Whether a task offered to this pattern reaches anybody who can sign in. */
    public boolean anyoneHolds(MandatePattern pattern) {
        return matching("select exists (select p.id" + HOLDERS + ")", pattern)
                .query(Boolean.class)
                .single();
    }

    /** Those who are reached, mandates for the whole world included. */
    public List<PersonName> holders(MandatePattern pattern) {
        return matching("select p.id, p.display_name, n.name" + HOLDERS + " order by n.name", pattern)
                .query((row, number) -> new PersonName(
                        row.getObject("id", UUID.class),
                        words.ofPerson(row.getString("display_name"), pattern.group()),
                        row.getString("name")))
                .list()
                .stream()
                .sorted(byName(PersonName::displayName))
                .toList();
    }

    /** The same for many patterns at once; those nobody holds have an empty list. */
    public Map<MandatePattern, List<PersonName>> holders(Collection<MandatePattern> patterns) {
        return held(
                patterns,
                row -> new PersonName(row.getObject("id", UUID.class), calledBy(row), row.getString("name")),
                PersonName::displayName);
    }

    /** The same, with how to reach them. */
    public Map<MandatePattern, List<Contact>> contacts(Collection<MandatePattern> patterns) {
        return held(
                patterns,
                row -> new Contact(calledBy(row), row.getString("email"), row.getString("telephone")),
                Contact::name);
    }

    private String calledBy(ResultSet row) throws SQLException {
        return words.ofPerson(row.getString("display_name"), group(row));
    }

    private static String group(ResultSet row) throws SQLException {
        return row.getString("role") + ":" + row.getString("agency") + ":" + row.getString("scope");
    }

    private interface Holder<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** As the reader's language sorts what they are called in it. */
    private static <T> Comparator<T> byName(Function<T, String> name) {
        return Comparator.comparing(name, Collator.getInstance(LocaleContextHolder.getLocale()));
    }

    private <T> Map<MandatePattern, List<T>> held(
            Collection<MandatePattern> patterns, Holder<T> holder, Function<T, String> name) {
        Map<MandatePattern, List<T>> holders = new HashMap<>();
        patterns.forEach(pattern -> holders.put(pattern, new ArrayList<>()));
        jdbc.sql("""
                        select distinct w.role, w.agency, w.scope, p.id, p.display_name, p.email, p.telephone, n.name
                          from unnest(:roles, :agencies, :scopes) w(role, agency, scope)
                          join tandem.mandate m on m.role = w.role and m.agency = w.agency
                                               and m.scope in (w.scope, 'WORLD') and m.ended_at is null
                          join tandem.person p on p.id = m.person_id and p.active
                          join tandem.sign_in_name n on n.person_id = p.id and n.main
                         order by n.name""")
                .param("roles", texts(holders.keySet(), pattern -> pattern.role()
                        .code()))
                .param("agencies", texts(holders.keySet(), MandatePattern::agency))
                .param("scopes", texts(holders.keySet(), MandatePattern::scope))
                .query(row -> {
                    holders.get(MandatePattern.parse(group(row))).add(holder.of(row));
                });
        holders.values().forEach(persons -> persons.sort(byName(name)));
        return holders;
    }

    /** Those who would see a task offered to these patterns, each with the mandates by which they do. */
    public List<SignedIn> reached(Collection<MandatePattern> patterns) {
        Map<UUID, SignedIn> reached = new LinkedHashMap<>();
        jdbc.sql("""
                        select distinct p.id, p.display_name, n.name, p.language, p.zone,
                               m.id as mandate_id, m.role, m.agency, m.scope_kind, m.scope
                          from unnest(:roles, :agencies, :scopes) w(role, agency, scope)
                          join tandem.mandate m on m.role = w.role and m.agency = w.agency
                                               and m.scope in (w.scope, 'WORLD') and m.ended_at is null
                          join tandem.person p on p.id = m.person_id and p.active
                          join tandem.sign_in_name n on n.person_id = p.id and n.main
                         order by n.name, m.role, m.agency, m.scope""")
                .param("roles", texts(patterns, pattern -> pattern.role().code()))
                .param("agencies", texts(patterns, MandatePattern::agency))
                .param("scopes", texts(patterns, MandatePattern::scope))
                .query(row -> {
                    reached.merge(row.getObject("id", UUID.class), person(row), Roster::together);
                });
        return List.copyOf(reached.values());
    }

    private static SignedIn person(ResultSet row) throws SQLException {
        return new SignedIn(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("display_name"),
                Locale.forLanguageTag(row.getString("language")),
                ZoneId.of(row.getString("zone")),
                List.of(PersonsBySignInName.mandate(row)));
    }

    private static SignedIn together(SignedIn one, SignedIn other) {
        return new SignedIn(
                one.personId(),
                one.username(),
                one.displayName(),
                one.locale(),
                one.zone(),
                Stream.concat(one.mandates().stream(), other.mandates().stream())
                        .toList());
    }

    /**
     * Whether somebody who can sign in holds exactly this, not the whole world. Looked up once in a transaction: a case asks
     * for each of its parties, more than once.
     */
    boolean isNamed(MandatePattern pattern) {
        String role = pattern.role().code();
        return OncePerTransaction.get(List.of(Roster.class, role, pattern.scope()), () -> jdbc.sql("""
                        select m.agency from tandem.mandate m join tandem.person p on p.id = m.person_id and p.active
                         where m.role = ? and m.scope = ? and m.ended_at is null""")
                        .params(role, pattern.scope())
                        .query(String.class)
                        .set())
                .contains(pattern.agency());
    }

    /**
     * Everybody by whom somebody holds mandates of these roles or of those that name others, or by whom their password was
     * issued last, and in turn by whom those do. Whoever may sign in as somebody, or named them alone, is no second pair of eyes.
     */
    public Set<UUID> namersOf(UUID person, Stream<Role> roles) {
        return jdbc.sql("""
                        with recursive namer(person) as (
                          select cast(:person as uuid)
                          union
                          select made.by_person from namer n cross join lateral (
                            select m.granted_by as by_person from tandem.mandate m
                             where m.person_id = n.person and m.ended_at is null
                               and m.role in (:roles)
                            union all
                            (select c.by_person from tandem.person_change c
                              where c.person_id = n.person and c.what in ('CREATED', 'PASSWORD_ISSUED')
                              order by c.id desc limit 1)) made
                           where made.by_person is not null)
                        select person from namer where person <> :person""")
                .param("person", person)
                .param(
                        "roles",
                        Stream.concat(roles, Stream.of(Role.COORDINATOR, Role.ADMINISTRATOR))
                                .map(Role::code)
                                .toList())
                .query(UUID.class)
                .set();
    }

    private static String[] texts(Collection<MandatePattern> patterns, Function<MandatePattern, String> part) {
        return patterns.stream().map(part).toArray(String[]::new);
    }

    private JdbcClient.StatementSpec matching(String sql, MandatePattern pattern) {
        return jdbc.sql(sql)
                .param("role", pattern.role().code())
                .param("agency", pattern.agency())
                .param("scope", pattern.scope());
    }

    /** Also finds persons who may no longer sign in, because the record names them. */
    public Optional<PersonName> person(UUID id) {
        return Optional.ofNullable(persons(List.of(id)).get(id));
    }

    public Map<UUID, PersonName> persons(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select p.id, p.display_name, n.name,
                          array(select m.role || ':' || m.agency || ':' || m.scope from tandem.mandate m
                                 where m.person_id = p.id and :translated) as held
                          from tandem.person p
                          join tandem.sign_in_name n on n.person_id = p.id and n.main where p.id in (:ids)
                        """)
                .param("ids", ids)
                .param("translated", !isEnglish(LocaleContextHolder.getLocale()))
                .query((row, number) -> new PersonName(
                        row.getObject("id", UUID.class),
                        words.ofPerson(row.getString("display_name"), (String[])
                                row.getArray("held").getArray()),
                        row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(PersonName::id, Function.identity()));
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en");
    }

    /** What each of them is called, as {@link #nameOf} says it, by one statement. */
    public Map<UUID, String> namesOf(Collection<UUID> ids) {
        Map<UUID, PersonName> known = persons(ids);
        return ids.stream().distinct().collect(Collectors.toMap(Function.identity(), id -> nameOf(known.get(id))));
    }

    /** What the person is called, "somebody no longer on the roster" if nobody has this id. */
    public String nameOf(UUID id) {
        return nameOf(persons(List.of(id)).get(id));
    }

    private String nameOf(@Nullable PersonName known) {
        return known == null
                ? messages.getMessage("people.unknown", null, LocaleContextHolder.getLocale())
                : known.displayName();
    }

    /** All who are meant, in words that stand after "the": {@code UNDP focal points of area 3}. */
    public String describe(MandatePattern pattern, Locale locale) {
        return words.ofAll(pattern, locale);
    }

    /** In the reader's language. */
    public String describe(MandatePattern pattern) {
        return describe(pattern, LocaleContextHolder.getLocale());
    }

    /** In the reader's language; a text that is no candidate group comes back as it is. */
    public String describe(String group) {
        return MandatePattern.find(group).map(this::describe).orElse(group);
    }

    /** One of those who are meant: {@code UNDP focal point of area 3}. */
    public String describeHolder(MandatePattern pattern, Locale locale) {
        return words.ofOne(pattern, locale);
    }

    /** In the reader's language; a text that is no candidate group comes back as it is. */
    public String describeHolder(String group) {
        return MandatePattern.find(group)
                .map(pattern -> describeHolder(pattern, LocaleContextHolder.getLocale()))
                .orElse(group);
    }
}
