package org.tandem.cases;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;

/**
 * Somebody beyond parties, observers and administrators who may read cases of a kind: holders of a role for what the case
 * is about, e.g. the Resident Coordinator of its country once it is selected (D43).
 *
 * @param states in which they may read it, paused or not
 * @param ownWordsOnly whether of its history and letters they read only what came from their own side
 */
public record CaseReader(Role role, About about, Set<String> states, boolean ownWordsOnly) {

    /** Reads all that is said on the case. */
    public CaseReader(Role role, About about, Set<String> states) {
        this(role, about, states, false);
    }

    /** By which fact of a case a mandate for it is told. */
    public enum About {
        COUNTRY("exists (select 1 from tandem.case_country a where a.case_id = %1$s.id and a.country = any(:%2$s))") {
            @Override
            Collection<String> of(CaseView view) {
                return view.countries();
            }

            @Override
            Predicate of(Root<CaseFile> file, CriteriaBuilder builder, Set<String> scopes) {
                return builder.or(scopes.stream()
                        .map(scope -> builder.isMember(scope, file.<Collection<String>>get("countries")))
                        .toArray(Predicate[]::new));
            }
        },
        FUND("%1$s.fund = any(:%2$s)") {
            @Override
            Collection<String> of(CaseView view) {
                return view.fund() == null ? Set.of() : Set.of(view.fund());
            }

            @Override
            Predicate of(Root<CaseFile> file, CriteriaBuilder builder, Set<String> scopes) {
                return file.get("fund").in(scopes);
            }
        };

        private final String sql;

        About(String sql) {
            this.sql = sql;
        }

        abstract Collection<String> of(CaseView view);

        abstract Predicate of(Root<CaseFile> file, CriteriaBuilder builder, Set<String> scopes);
    }

    public CaseReader {
        states = Set.copyOf(states);
    }

    boolean admits(SignedIn who, CaseView view) {
        return states.contains(view.stateBeneath()) && about.of(view).stream().anyMatch(who.scopes(role)::contains);
    }

    /** Under which names a case in this state is found by these readers. */
    Set<String> audience(CaseView view) {
        return states.contains(view.stateBeneath())
                ? about.of(view).stream().map(this::audience).collect(Collectors.toSet())
                : Set.of();
    }

    Set<String> audiencesOf(SignedIn who) {
        return who.scopes(role).stream().map(this::audience).collect(Collectors.toSet());
    }

    private String audience(String scope) {
        return role.code() + ":" + scope;
    }

    /** What must hold of the cover of a case. */
    Predicate of(Root<CaseFile> file, CriteriaBuilder builder, SignedIn who) {
        return builder.and(file.get("state").in(states), about.of(file, builder, who.scopes(role)));
    }

    /** The same of a row of its table; the scopes are bound under this name. */
    String sql(String alias, String scopes) {
        return about.sql.formatted(alias, scopes);
    }
}
