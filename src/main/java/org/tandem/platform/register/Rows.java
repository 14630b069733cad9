package org.tandem.platform.register;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/** Where the rows of a register come from. */
public interface Rows<R> {

    /** One page in its order, and how many there are altogether. */
    Page<R> page(List<Condition<R>> conditions, Pageable page);

    long count(List<Condition<R>> conditions);

    /** The values that occur, of each property under its own conditions; a property may have several. */
    Map<String, Set<String>> values(Map<String, List<Condition<R>>> wanted);

    /** All of them, however many there are. */
    void each(List<Condition<R>> conditions, Sort sort, Consumer<R> reader);

    /** Those after a row, in the order of their ids. */
    List<R> after(String id, List<Condition<R>> conditions, int most);
}
