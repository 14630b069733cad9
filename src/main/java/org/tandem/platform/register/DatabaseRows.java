package org.tandem.platform.register;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.support.SimpleJpaRepository;
import org.springframework.data.support.WindowIterator;

/** Rows that are entities, as a rule of a query ({@code @Subselect}): one row for each thing, with one id. */
public final class DatabaseRows<R> implements Rows<R> {

    private static final int WINDOW = 1_000;

    private final Class<R> type;
    private final EntityManager entities;
    private final JpaSpecificationExecutor<R> repository;

    public DatabaseRows(Class<R> type, EntityManager entities) {
        this.type = type;
        this.entities = entities;
        this.repository = new SimpleJpaRepository<R, String>(type, entities);
    }

    @Override
    public Page<R> page(List<Condition<R>> conditions, Pageable page) {
        return repository.findAll(
                all(conditions), PageRequest.of(page.getPageNumber(), page.getPageSize(), total(page.getSort())));
    }

    @Override
    public long count(List<Condition<R>> conditions) {
        return repository.count(all(conditions));
    }

    @Override
    public Map<String, Set<String>> values(Map<String, List<Condition<R>>> wanted) {
        Map<String, Set<String>> values = new HashMap<>();
        wanted.keySet().forEach(property -> values.put(property, new HashSet<>()));
        wanted.entrySet().stream()
                .map(one -> values(one.getKey(), one.getValue()))
                .reduce((one, other) -> criteria().unionAll(one, other))
                .ifPresent(all -> entities.createQuery(all)
                        .getResultList()
                        .forEach(found -> values.get(found.get(0, String.class)).add(found.get(1, String.class))));
        return values;
    }

    private CriteriaQuery<Tuple> values(String property, List<Condition<R>> conditions) {
        CriteriaQuery<Tuple> query = criteria().createTupleQuery();
        Root<R> root = query.from(type);
        boolean several = root.getModel().getAttribute(property).isCollection();
        Expression<String> value = several ? root.<R, String>join(property) : root.get(property);
        return query.multiselect(criteria().literal(property), value)
                .distinct(true)
                .where(all(conditions).and((row, q, c) -> c.isNotNull(value)).toPredicate(root, query, criteria()));
    }

    private HibernateCriteriaBuilder criteria() {
        return (HibernateCriteriaBuilder) entities.getCriteriaBuilder();
    }

    /** Window by window, each a statement of its own: neither memory nor a connection is kept for the whole list. */
    @Override
    public void each(List<Condition<R>> conditions, Sort sort, Consumer<R> reader) {
        Specification<R> wanted = all(conditions);
        WindowIterator.of(position -> repository.findBy(
                        wanted, query -> query.sortBy(total(sort)).limit(WINDOW).scroll(position)))
                .startingAt(ScrollPosition.keyset())
                .forEachRemaining(reader);
    }

    /** An id that none of its kind can be finds nothing, as any unknown value does. */
    @Override
    public List<R> after(String id, List<Condition<R>> conditions, int most) {
        Class<?> kind = entities.getMetamodel().entity(type).getIdType().getJavaType();
        Object last;
        try {
            last = DefaultConversionService.getSharedInstance().convert(id, kind);
        } catch (ConversionException noIdOfThisKind) {
            return List.of();
        }
        Specification<R> beyond =
                (row, query, criteria) -> last == null ? criteria.conjunction() : beyond(criteria, row.get("id"), last);
        return repository.findBy(
                beyond.and(all(conditions)),
                query -> query.sortBy(Sort.by("id")).limit(most).all());
    }

    @SuppressWarnings("unchecked")
    private static <C extends Comparable<? super C>> Predicate beyond(
            CriteriaBuilder criteria, Path<?> id, Object last) {
        return criteria.greaterThan((Path<C>) id, (C) last);
    }

    private static Sort total(Sort sort) {
        return sort.getOrderFor("id") == null ? sort.and(Sort.by("id")) : sort;
    }

    private static <R> Specification<R> all(List<Condition<R>> conditions) {
        return Specification.allOf(
                conditions.stream().map(DatabaseRows::specification).toList());
    }

    private static <R> Specification<R> specification(Condition<R> condition) {
        if (condition instanceof Condition.InDatabase<R> own) {
            return own.specification();
        }
        Condition.OneOf<R> known = (Condition.OneOf<R>) condition;
        return (row, query, criteria) -> known.values().isEmpty()
                ? criteria.disjunction()
                : row.get(known.property()).in(known.values());
    }
}
