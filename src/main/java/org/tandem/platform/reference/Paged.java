package org.tandem.platform.reference;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list that is short enough to be counted.
 *
 * @param page counted from 1; a page beyond the last is the last
 */
public record Paged<T>(List<T> items, int page, int pages, int total) {

    public static final int SIZE = 50;
    public static final int LARGEST = 500;

    public static <T> Paged<T> of(List<T> all, int wantedPage, int wantedSize) {
        int size = Math.min(Math.max(1, wantedSize), LARGEST);
        int pages = Math.max(1, (all.size() + size - 1) / size);
        int page = Math.min(Math.max(1, wantedPage), pages);
        int from = (page - 1) * size;
        return new Paged<>(List.copyOf(all.subList(from, Math.min(from + size, all.size()))), page, pages, all.size());
    }

    public static <T> Paged<T> of(List<T> all, int wantedPage) {
        return of(all, wantedPage, SIZE);
    }

    public <R> Paged<R> map(Function<T, R> change) {
        return new Paged<>(items.stream().map(change).toList(), page, pages, total);
    }
}
