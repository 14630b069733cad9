package org.tandem;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every address that answers GET, of pages, API and operations, with real things in place of its variables.
 *
 * @param caseId the case to look at, with the module and the task somebody has in it
 * @param country where it is
 * @param person sign-in name of somebody to look up
 * @param query what a second look asks for, with words that could bring something to light
 */
public record EveryAddress(
        ApplicationContext context,
        JdbcClient jdbc,
        String caseId,
        String module,
        String taskKey,
        String country,
        String person,
        String query) {

    public Set<String> all() {
        return of(method -> true);
    }

    /** Those answered by methods of one kind. */
    public Set<String> of(Predicate<HandlerMethod> kind) {
        Set<String> addresses = new TreeSet<>();
        patterns(context, (info, method) -> isRead(info) && kind.test(method))
                .forEach(pattern -> addresses.addAll(filled(pattern)));
        return addresses;
    }

    /** Of everything that is mapped, such as <code>/cases/{caseId}/diagram</code>. */
    static Set<String> patterns(ApplicationContext context, BiPredicate<RequestMappingInfo, HandlerMethod> which) {
        return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> which.test(entry.getKey(), entry.getValue()))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One account for every role of every agency. */
    static Set<String> oneOfEveryRole(JdbcClient jdbc) {
        return new LinkedHashSet<>(jdbc.sql("""
                        select distinct on (m.role, m.agency) n.name from tandem.mandate m
                        join tandem.sign_in_name n on n.person_id = m.person_id and n.main
                        where m.ended_at is null order by m.role, m.agency, n.name""").query(String.class).list());
    }

    static boolean isRead(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private Set<String> filled(String pattern) {
        String path = filled(pattern, name -> value(pattern, name));
        return Set.of(path, path + "?" + query);
    }

    /** @param value by the name of a variable */
    static String filled(String pattern, UnaryOperator<String> value) {
        String plain = pattern.replaceAll("/\\*\\*$", "");
        StringBuilder address = new StringBuilder();
        int from = 0;
        for (int open = plain.indexOf('{'); open >= 0; open = plain.indexOf('{', from)) {
            int close = closing(plain, open);
            String name = plain.substring(open + 1, close).replaceFirst(":(?s).*", "");
            address.append(plain, from, open).append(value.apply(name));
            from = close + 1;
        }
        String path = address.append(plain.substring(from)).toString();
        return path.isEmpty() ? "/" : path;
    }

    private static int closing(String pattern, int open) {
        int depth = 0;
        for (int at = open; at < pattern.length(); at++) {
            depth += pattern.charAt(at) == '{' ? 1 : pattern.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException(pattern);
    }

    private String value(String pattern, String name) {
        return switch (name) {
            case "caseId" ->
                pattern.matches("(/api)?/submission/.*/(package|receipt)")
                        ? submission()
                        : pattern.matches("(/api)?/(proposal|programmes|submission)/.*") ? programme() : caseId;
            case "module", "process" -> module;
            case "taskKey" -> taskKey;
            case "taskId" ->
                one("select id from tandem.task where case_id = '" + caseId + "' order by created_at limit 1");
            case "letter" -> one("select id::text from tandem.case_attachment where case_id = '" + caseId + "'");
            case "iso3" -> country;
            case "shortCode" -> "FFA";
            case "agency" -> "UNDP";
            case "code" ->
                pattern.contains("assessment")
                        ? one("select code from tandem.assessment order by code limit 1")
                        : pattern.contains("/calls/") ? "IPS-2025-MGA2" : "COV00";
            case "id", "person" ->
                pattern.contains("import")
                        ? one("select id::text from tandem.import_run order by id desc limit 1")
                        : one("select person_id::text from tandem.sign_in_name where name = '" + person + "'");
            case "mandate" ->
                one("select m.id::text from tandem.mandate m join tandem.sign_in_name n on n.person_id = m.person_id"
                        + " where n.name = '" + person + "' limit 1");
            case "version", "number", "revision" -> "1";
            case "secret" -> calendarSecret();
            case "section" -> "summary";
            case "kind" -> "document";
            case "migration" -> "00000000-0000-7000-8000-000000000001";
            case "requiredMetricName" -> "http.server.requests";
            default ->
                throw new AssertionError(
                        pattern + ": say in EveryAddress which real thing to put in the place of {" + name + "}");
        };
    }

    /** A submission, if there is any; best one with a receipt. */
    private String submission() {
        return jdbc.sql("select case_id from tandem.submission order by receipt is null, case_id limit 1")
                .query(String.class)
                .optional()
                .orElse(caseId);
    }

    /** A joint programme, if there is any; best one whose proposal has a version to be read. */
    private String programme() {
        return jdbc.sql("""
                        select c.id from tandem.case_row c where c.kind = 'programme'
                         order by exists (select from tandem.proposal_version v where v.case_id = c.id) desc,
                                  c.opened_at desc, c.id
                         limit 1""").query(String.class).optional().orElse(caseId);
    }

    private String calendarSecret() {
        return one("""
                insert into tandem.calendar_link (person_id, secret_digest, made_at)
                select person_id, encode(sha256(name::bytea), 'hex'), now() from tandem.sign_in_name where name = '%s'
                on conflict (person_id) do update set secret_digest = excluded.secret_digest
                returning '%s'""".formatted(person, person));
    }

    private String one(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
