package org.tandem.platform.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/** Do rows in memory answer like rows of the database? */
class ListRowsTests {

    private record Tree(String id, String kind, int height) {}

    private static final Map<String, Function<Tree, Comparable<?>>> PROPERTIES =
            Map.of("id", Tree::id, "kind", Tree::kind, "height", Tree::height);

    private final List<Tree> forest = IntStream.range(0, 7)
            .mapToObj(i -> new Tree("t" + i, i % 2 == 0 ? "oak" : "elm", 10 - i % 3))
            .toList();
    private final ListRows<Tree> rows = new ListRows<>(() -> forest, PROPERTIES);

    @Test
    void areFilteredSortedAndCountedInPages() {
        Page<Tree> page =
                rows.page(List.of(Condition.is("kind", "oak")), PageRequest.of(0, 2, Order.sort("-height", "id")));

        assertThat(page.getContent()).extracting(Tree::id).containsExactly("t0", "t6");
        assertThat(page.getTotalElements()).isEqualTo(4);
        assertThat(page.hasNext()).isTrue();
        assertThat(rows.page(List.of(), PageRequest.of(99, 2))).isEmpty();
    }

    @Test
    void fulfilEveryConditionOfEitherKind() {
        List<Condition<Tree>> both =
                List.of(Condition.oneOf("kind", List.of("oak", "ash")), Condition.test(tree -> tree.height() == 9));

        assertThat(rows.count(both)).isEqualTo(1);
        assertThat(rows.count(List.of(Condition.oneOf("kind", List.of())))).isZero();
    }

    @Test
    void offerTheValuesThatOccur() {
        assertThat(rows.values(Map.of("kind", List.of(Condition.is("id", "t1")))))
                .isEqualTo(Map.of("kind", Set.of("elm")));
    }

    @Test
    void areAllReadHoweverMany() {
        List<Tree> read = new ArrayList<>();
        rows.each(List.of(), Sort.by("id"), read::add);

        assertThat(read).isEqualTo(forest);
        assertThat(rows.after("t4", List.of(), 5)).extracting(Tree::id).containsExactly("t5", "t6");
    }
}
